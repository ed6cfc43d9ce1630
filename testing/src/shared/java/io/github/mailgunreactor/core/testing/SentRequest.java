package io.github.mailgunreactor.core.testing;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as a {@link FakeTransport} received it, with its body as text, and parsed by code of the tests' own. */
public final class SentRequest {
    private final TransportRequest request;
    private final byte[] bytes;
    private final String body;

    SentRequest(TransportRequest request, byte[] bytes) {
        this.request = request;
        this.bytes = bytes;
        this.body = new String(bytes, StandardCharsets.UTF_8);
    }

    public Method method() {
        return request.method();
    }

    public Region region() {
        return request.region();
    }

    public String template() {
        return request.template();
    }

    /** Path and query as sent. */
    public String target() {
        return request.target();
    }

    /** Method and target. */
    public String line() {
        return request.method() + " " + request.target();
    }

    /** The path, percent-encoded. */
    public String path() {
        int query = target().indexOf('?');
        return query < 0 ? target() : target().substring(0, query);
    }

    /** The query, decoded, values of the same name in order. */
    public Map<String, List<String>> query() {
        int query = target().indexOf('?');
        return query < 0 ? Map.of() : pairs(target().substring(query + 1));
    }

    public Headers headers() {
        return request.headers();
    }

    public @Nullable String contentType() {
        return request.body().contentType();
    }

    public @Nullable Duration timeout() {
        return request.timeout();
    }

    public boolean replayable() {
        return request.body().replayable();
    }

    /** The body as UTF-8 text; empty where there is none. */
    public String body() {
        return body;
    }

    /** The body as it goes on the wire. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The body as JSON: maps, lists and scalars. */
    public @Nullable Object json() {
        return Json.readAny(bytes);
    }

    /** The fields of an urlencoded or multipart body; the value of a file part is its content. */
    public Map<String, List<String>> form() {
        String type = Objects.requireNonNullElse(contentType(), "");
        if (type.startsWith("multipart/form-data; boundary=")) {
            return multipart(type.substring(type.indexOf('=') + 1));
        }
        return body.isEmpty() ? Map.of() : pairs(body);
    }

    private Map<String, List<String>> multipart(String boundary) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String delimiter = "\r\n--" + boundary;
        String rest = "\r\n" + body;
        int at = rest.indexOf(delimiter);
        while (rest.startsWith("\r\n", at + delimiter.length())) {
            int end = rest.indexOf(delimiter, at + 1);
            String part = rest.substring(at + delimiter.length() + 2, end);
            int blank = part.indexOf("\r\n\r\n");
            String head = part.substring(0, blank);
            int name = head.indexOf("name=\"") + 6;
            String quoted = head.substring(name, head.indexOf('"', name));
            add(fields, quoted.replace("\\\\", "\\"), part.substring(blank + 4));
            at = end;
        }
        if (!rest.substring(at).equals(delimiter + "--\r\n")) {
            throw new AssertionError("the multipart body does not end with its close delimiter");
        }
        return fields;
    }

    private static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            add(pairs, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return line();
    }
}
