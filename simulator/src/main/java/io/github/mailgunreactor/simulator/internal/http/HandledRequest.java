package io.github.mailgunreactor.simulator.internal.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with its response, for the journal.
 *
 * @param route {@code null} if the request is for no operation
 * @param account whom it acted for, {@code null} if it was not authenticated
 * @param keyId the id of its key, {@code null} if it had no valid one
 * @param status of the response, or 0 if a fault closed the connection instead, or the client did before its request had ended
 * @param response the beginning of its body, empty where nothing was sent
 * @param time by the clock of the simulator
 */
public record HandledRequest(
        String region,
        String method,
        Target target,
        @Nullable Route route,
        HttpHeaders headers,
        @Nullable String account,
        @Nullable String keyId,
        ReceivedBody body,
        int status,
        String response,
        Instant time) {}
