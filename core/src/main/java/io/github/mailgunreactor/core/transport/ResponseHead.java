package io.github.mailgunreactor.core.transport;

import io.github.mailgunreactor.core.Interceptor;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Status and headers of a response. Headers are looked up where they are wanted, not copied. */
public interface ResponseHead {

    /**
     * A head of one's own, for tests and for {@linkplain Interceptor interceptors} that respond in the server's place.
     *
     * @param headers a value for each name
     */
    static ResponseHead of(int status, Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(Objects.requireNonNull(headers, "headers must not be null"));
        return new ResponseHead() {
            @Override
            public int status() {
                return status;
            }

            @Override
            public @Nullable String header(String name) {
                return copy.get(name);
            }

            @Override
            public void forEachHeader(BiConsumer<String, String> consumer) {
                copy.forEach(consumer);
            }

            @Override
            public String toString() {
                return "ResponseHead[" + status + "]";
            }
        };
    }

    /** The HTTP status, such as 200. */
    int status();

    /** The first value of a header, by its name in any case, or {@code null} where the response does not have it. */
    @Nullable
    String header(String name);

    /** The {@code Content-Type}, such as {@code text/csv; charset=utf-8}, or {@code null}. */
    default @Nullable String contentType() {
        return header("content-type");
    }

    /** The {@code Content-Length} in bytes, or {@code null} where the response does not say it before its end. */
    default @Nullable Long contentLength() {
        String text = header("content-length");
        try {
            return text == null || text.startsWith("-") ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /**
     * The file name of {@code Content-Disposition}, or {@code null}. A name only: without directories, and without characters
     * that nobody sees. Whether it is free, or right for your file system, it does not say.
     */
    default @Nullable String fileName() {
        return ContentDisposition.fileName(header("content-disposition"));
    }

    /** Passes every header line to the consumer as name and value, in the order received. */
    void forEachHeader(BiConsumer<String, String> consumer);
}
