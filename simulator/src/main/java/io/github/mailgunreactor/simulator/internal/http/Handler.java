package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;

/**
 * Answers one request. It runs on an event loop and holds the lock of the {@link SimulatorState}: it computes and
 * returns. A request that is wrong may be refused by throwing a {@link Refusal}.
 */
@FunctionalInterface
public interface Handler {
    SimulatedResponse handle(SimulatedRequest request);
}
