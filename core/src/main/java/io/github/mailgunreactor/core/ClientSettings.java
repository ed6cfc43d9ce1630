package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.Transport;
import java.time.Duration;
import java.util.List;

/** What all views of a client have in common. */
record ClientSettings(
        Transport transport,
        Credentials credentials,
        List<Interceptor> interceptors,
        Duration timeout,
        RetryPolicy retry,
        ClientClock clock,
        String userAgent,
        ResponseReading reading) {}
