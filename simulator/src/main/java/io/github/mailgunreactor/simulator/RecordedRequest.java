package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.http.HandledRequest;
import io.github.mailgunreactor.simulator.internal.http.ReceivedBody;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Route;
import io.github.mailgunreactor.simulator.internal.http.Target;
import io.github.mailgunreactor.simulator.internal.http.UploadedFile;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that a simulator has received, and how it answered. Credentials are not kept: {@link #keyId} says which key
 * was used.
 */
public final class RecordedRequest {
    /**
     * A file of a multipart form.
     *
     * @param field the name of the form field
     * @param fileName as it was sent
     * @param contentType as it was sent, {@code null} if it was not
     * @param size in bytes
     */
    public record File(
            String field, String fileName, @Nullable String contentType, long size) {}

    private final String region;
    private final String method;
    private final Target target;
    private final @Nullable Route route;
    private final Map<String, List<String>> headers;
    private final @Nullable String account;
    private final @Nullable String keyId;
    private final ReceivedBody body;
    private final List<File> files;
    private final int status;
    private final String response;
    private final Instant respondedAt;

    RecordedRequest(HandledRequest handled) {
        this.region = handled.region();
        this.method = handled.method();
        this.target = handled.target();
        this.route = handled.route();
        this.headers = withoutCredentials(handled.headers());
        this.account = handled.account();
        this.keyId = handled.keyId();
        // The content of files is let go here: a journal of big uploads would fill the memory.
        this.body = handled.body().files().isEmpty()
                ? handled.body()
                : ReceivedBody.form(handled.body().form(), List.of());
        List<File> described = new ArrayList<>();
        for (UploadedFile file : handled.body().files()) {
            described.add(new File(file.field(), file.fileName(), file.contentType(), file.size()));
        }
        this.files = Collections.unmodifiableList(described);
        this.status = handled.status();
        this.response = handled.response();
        this.respondedAt = handled.time();
    }

    private static Map<String, List<String>> withoutCredentials(HttpHeaders headers) {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : headers.names()) {
            boolean secret = HttpHeaderNames.AUTHORIZATION.contentEqualsIgnoreCase(name)
                    || HttpHeaderNames.PROXY_AUTHORIZATION.contentEqualsIgnoreCase(name);
            kept.put(name, secret ? List.of("***") : List.copyOf(headers.getAll(name)));
        }
        return Collections.unmodifiableMap(kept);
    }

    /** The region that received it, such as {@code us}. */
    public String region() {
        return region;
    }

    /** Method and path template, such as {@code GET /v3/{domain_name}/bounces}; the path itself if it is no operation. */
    public String operation() {
        return route == null ? method + " " + path() : route.operation();
    }

    /** Such as {@code GET}. */
    public String method() {
        return method;
    }

    /** The path as it came over the wire, percent-encoded. */
    public String path() {
        return target.rawPath();
    }

    /** The query parameters, decoded, in the order received. */
    public Map<String, List<String>> query() {
        try {
            return target.query().asMap();
        } catch (Refusal malformed) {
            return Map.of();
        }
    }

    /** The first value of a query parameter, or {@code null}. */
    public @Nullable String query(String name) {
        return first(query(), name);
    }

    /** The fields of a form, urlencoded or multipart, in the order received; empty for any other body. */
    public Map<String, List<String>> form() {
        return body.form().asMap();
    }

    /** The first value of a form field, or {@code null}. */
    public @Nullable String form(String name) {
        return first(form(), name);
    }

    private static @Nullable String first(Map<String, List<String>> values, String name) {
        List<String> all = values.get(Objects.requireNonNull(name, "name"));
        return all == null ? null : all.get(0);
    }

    /** The files of a multipart form; their content is not kept. */
    public List<File> files() {
        return files;
    }

    /** The body as text where it was no form, else empty. */
    public String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON: Map, List, String, Long, BigDecimal, Boolean, or {@code null} where there was none.
     *
     * @throws RuntimeException if the body is not JSON
     */
    public @Nullable Object json() {
        return body.bytes().length == 0 ? null : Json.readAny(body.bytes());
    }

    /** The headers, their names in any case; the value of {@code Authorization} is hidden. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header, by its name in any case, or {@code null}. */
    public @Nullable String header(String name) {
        return first(headers, name);
    }

    /** The account or subaccount that it acted for, or {@code null} if it was not authenticated. */
    public @Nullable String account() {
        return account;
    }

    /** The id of the key that was used, or {@code null} if there was no valid one. */
    public @Nullable String keyId() {
        return keyId;
    }

    /**
     * The status it was answered with, or 0 if a fault closed the connection instead, or the client did before its request
     * had ended.
     */
    public int status() {
        return status;
    }

    /** The body it was answered with, its first 16 KB; empty if a fault closed the connection instead. */
    public String response() {
        return response;
    }

    /** When it was answered, by the clock of the simulator. */
    public Instant respondedAt() {
        return respondedAt;
    }

    /** How much memory the bodies of this entry take, about. */
    long weight() {
        return 512L
                + target.rawPath().length()
                + body.bytes().length
                + response.length()
                + body.form().weight();
    }

    /** Operation and status. */
    @Override
    public String toString() {
        return operation() + " -> " + (status == 0 ? "no response" : String.valueOf(status));
    }
}
