package io.github.mailgunreactor.bucket4j.planted;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.keys.KeysApi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import reactor.core.publisher.Mono;

/** An interceptor, by which its module is known as one of interceptors: sees an API module and logs. */
public final class KnowsTooMuch implements Interceptor {
    @Override
    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
        return chain.proceed(attempt);
    }

    @Nullable
    KeysApi seesAnApiModule() {
        return null;
    }

    @Nullable
    Logger seesSlf4j() {
        return null;
    }
}
