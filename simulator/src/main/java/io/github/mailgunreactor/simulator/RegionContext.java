package io.github.mailgunreactor.simulator;

import org.jspecify.annotations.Nullable;

/** What a request needs to know of the region that received it. */
record RegionContext(
        String name,
        String baseUrl,
        SimulatorState state,
        @Nullable Integer pageSize) {}
