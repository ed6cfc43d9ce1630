package io.github.mailgunreactor.core.testing;

import io.github.mailgunreactor.core.transport.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A response that a {@link FakeTransport} gives. */
public record FakeResponse(int status, Map<String, String> headers, String body) implements ResponseHead {

    public static FakeResponse json(String body) {
        return json(200, body);
    }

    public static FakeResponse json(int status, String body) {
        return new FakeResponse(status, Map.of("Content-Type", "application/json"), body);
    }

    public static FakeResponse of(int status, String contentType, String body) {
        return new FakeResponse(status, Map.of("Content-Type", contentType), body);
    }

    public static FakeResponse empty(int status) {
        return new FakeResponse(status, Map.of(), "");
    }

    public FakeResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FakeResponse(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void forEachHeader(BiConsumer<String, String> consumer) {
        headers.forEach(consumer);
    }
}
