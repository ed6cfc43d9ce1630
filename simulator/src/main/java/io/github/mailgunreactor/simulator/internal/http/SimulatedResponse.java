package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back to the client: status, headers and a body that is already encoded. */
public final class SimulatedResponse {
    private static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;

    private SimulatedResponse(int status, @Nullable String contentType, byte[] body) {
        this.status = status;
        this.body = body;
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
    }

    /** 200 with a map, list or record as JSON. */
    public static SimulatedResponse ok(Object json) {
        return json(200, json);
    }

    public static SimulatedResponse json(int status, Object json) {
        return new SimulatedResponse(status, JSON, Json.write(json));
    }

    /** The response of most errors and of many mutations: {@code {"message": …}}. */
    public static SimulatedResponse message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    public static SimulatedResponse text(int status, String contentType, String text) {
        return new SimulatedResponse(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static SimulatedResponse bytes(int status, String contentType, byte[] body) {
        return new SimulatedResponse(status, contentType, body);
    }

    /** Only a status. */
    public static SimulatedResponse empty(int status) {
        return new SimulatedResponse(status, null, new byte[0]);
    }

    /** Sets a header, in place of an earlier one of the same name. */
    public SimulatedResponse header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** JSON that comes without {@code Content-Type}, as bounces, complaints and events were recorded. */
    public SimulatedResponse withoutContentType() {
        headers.remove("Content-Type");
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
