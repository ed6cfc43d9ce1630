package io.github.mailgunreactor.spring.test;

import io.github.mailgunreactor.simulator.Simulator;

/** The one simulator of a run: contexts are kept with its URL in them, so it lives as long as they may. */
final class SharedSimulator {
    private SharedSimulator() {}

    static Simulator get() {
        return Started.SIMULATOR;
    }

    /** Started by the first who asks. */
    private static final class Started {
        static final Simulator SIMULATOR = Simulator.start();
    }
}
