package io.github.mailgunreactor.bucket4j.planted;

import io.github.mailgunreactor.keys.KeysApi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** In a module of interceptors: sees an API module and logs. */
public final class KnowsTooMuch {
    @Nullable
    KeysApi seesAnApiModule() {
        return null;
    }

    @Nullable
    Logger seesSlf4j() {
        return null;
    }
}
