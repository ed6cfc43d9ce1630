package io.github.mailgunreactor.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Counts requests in fixed windows as Mailgun does, and announces them. */
public final class WindowedServer {
    private final Scheduler time;
    private final int limit;
    private final Duration length;
    private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(answer()));
    private Instant end = Instant.MIN;
    private int used;
    private int refused;

    /** @param limit how many requests a window takes; those beyond it are refused */
    public WindowedServer(Scheduler time, int limit, Duration length) {
        this.time = time;
        this.limit = limit;
        this.length = length;
    }

    public FakeTransport transport() {
        return transport;
    }

    /** How many requests were refused so far. */
    public int refused() {
        return refused;
    }

    private FakeResponse answer() {
        Instant now = Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
        if (!now.isBefore(end)) {
            end = now.plus(length);
            used = 0;
        }
        boolean spent = used >= limit;
        used += spent ? 0 : 1;
        refused += spent ? 1 : 0;
        return FakeResponse.json(spent ? 429 : 200, "{\"message\":\"done\"}")
                .withHeader("x-request-limit", String.valueOf(limit))
                .withHeader("x-request-remaining", String.valueOf(limit - used))
                .withHeader("x-request-reset", String.valueOf(end.toEpochMilli()));
    }
}
