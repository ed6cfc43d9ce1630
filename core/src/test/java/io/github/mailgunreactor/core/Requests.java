package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;

/** Requests as a transport gets them. */
final class Requests {
    private Requests() {}

    static TransportRequest of(Operation operation) {
        return of(operation, Headers.NONE);
    }

    static TransportRequest of(Operation operation, Headers headers) {
        return new TransportRequest(
                operation.method(),
                Region.US,
                operation.template(),
                operation.target(),
                headers,
                TransportBody.NONE,
                null);
    }
}
