package io.github.mailgunreactor.simulator.internal.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request meets that is to go wrong. */
public record FaultEffect(
        Duration delay,
        boolean dropsConnection,
        boolean losesResponse,
        boolean truncatesBody,
        @Nullable SimulatedResponse response,
        Map<String, String> headers) {}
