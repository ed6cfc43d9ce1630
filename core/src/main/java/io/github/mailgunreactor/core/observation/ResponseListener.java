package io.github.mailgunreactor.core.observation;

import io.github.mailgunreactor.core.CallOptions;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Response;

/** Is told of the response of every call that succeeded, see {@link CallOptions#onResponse}. */
@FunctionalInterface
public interface ResponseListener {

    /**
     * Takes note of a response; on an I/O thread, so it must not block. What it throws changes nothing, and goes where
     * Reactor's dropped errors go.
     *
     * @param operation what was asked
     * @param response with its status, headers, rate limits and request id
     */
    void onResponse(Operation operation, Response<?> response);
}
