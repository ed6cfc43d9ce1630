package io.github.mailgunreactor.core;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Status and headers of a response. Headers are looked up where they are wanted, not copied. */
public interface ResponseHead {

    /** The HTTP status, such as 200. */
    int status();

    /** The first value of a header, by its name in any case, or {@code null} where the response does not have it. */
    @Nullable
    String header(String name);

    /** Passes every header line to the consumer as name and value, in the order received. */
    void forEachHeader(BiConsumer<String, String> consumer);
}
