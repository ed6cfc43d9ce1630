package io.github.mailgunreactor.simulator.internal.planted;

import io.github.mailgunreactor.simulator.Simulator;
import org.jspecify.annotations.Nullable;

/** Below what it knows. */
public final class KnowsTheApi {
    @Nullable
    Simulator seesTheApi() {
        return null;
    }
}
