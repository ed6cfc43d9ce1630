package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import org.jspecify.annotations.Nullable;

/** What a request needs to know of the region that received it. */
public record RegionContext(
        String name,
        String baseUrl,
        SimulatorState state,
        @Nullable Integer pageSize) {}
