package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** What goes back to the client: status, headers and a body that is already encoded. */
public final class SimulatedResponse {
    private static final int BEGINNING_BYTES = 16 * 1024;
    private static final int COMPRESS_FROM_BYTES = 1024;
    private static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;
    private final @Nullable Function<EventLoop, Flux<String>> stream;

    private SimulatedResponse(int status, @Nullable String contentType, byte[] body) {
        this(status, contentType, body, null);
    }

    private SimulatedResponse(
            int status, @Nullable String contentType, byte[] body, @Nullable Function<EventLoop, Flux<String>> stream) {
        this.status = status;
        this.body = body;
        this.stream = stream;
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

    /** A body that goes on until the client leaves; each piece is sent at once, on the event loop of the connection. */
    static SimulatedResponse stream(String contentType, Function<EventLoop, Flux<String>> pieces) {
        return new SimulatedResponse(200, contentType, new byte[0], pieces);
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

    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The first 16 KB of the body. */
    String beginning() {
        return new String(body, 0, Math.min(body.length, BEGINNING_BYTES), StandardCharsets.UTF_8);
    }

    byte[] body() {
        return body;
    }

    Mono<Void> writeTo(HttpServerResponse out) {
        out.status(status);
        headers.forEach(out::header);
        Function<EventLoop, Flux<String>> pieces = stream;
        if (pieces != null) {
            out.compression(false);
            return Mono.<EventLoop>create(sink -> out.withConnection(
                            connection -> sink.success(connection.channel().eventLoop())))
                    .flatMapMany(pieces)
                    .map(piece -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8))
                    .as(buffers -> out.send(buffers, buffer -> true).then());
        }
        out.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
        out.compression(body.length >= COMPRESS_FROM_BYTES);
        return body.length == 0
                ? out.send()
                : out.send(Mono.just(Unpooled.wrappedBuffer(body))).then();
    }
}
