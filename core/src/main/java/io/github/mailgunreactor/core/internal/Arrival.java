package io.github.mailgunreactor.core.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What of a call may have reached the server. Attempts and the deadline's timer meet here: all of it is one number, so that
 * whoever says "not sent" knows that nothing was sent and that nothing will be.
 */
public final class Arrival extends AtomicInteger {
    private static final long serialVersionUID = 1L;
    private static final int CLOSED = 1;
    private static final int ARRIVED = 2;
    private static final int ONE_UNDER_WAY = 4;

    /** Begins an exchange, or refuses to: the call has ended. Each that begins {@linkplain #end ends}, or is thought to be under way. */
    public boolean begin() {
        return (getAndUpdate(state -> (state & CLOSED) != 0 ? state : state + ONE_UNDER_WAY) & CLOSED) == 0;
    }

    public void end(boolean mayHaveArrived) {
        updateAndGet(state -> (state - ONE_UNDER_WAY) | (mayHaveArrived ? ARRIVED : 0));
    }

    /** Takes note of an exchange that did not begin here. */
    public void note() {
        updateAndGet(state -> state | ARRIVED);
    }

    public boolean isUnderWay() {
        return get() >= ONE_UNDER_WAY;
    }

    public boolean isClosed() {
        return (get() & CLOSED) != 0;
    }

    /** Whether anything may have arrived, or may be about to. */
    public boolean mayHaveArrived() {
        return (get() & ~CLOSED) != 0;
    }

    /** Lets no exchange begin any more, and says whether anything may have arrived. */
    public boolean close() {
        return (getAndUpdate(state -> state | CLOSED) & ~CLOSED) != 0;
    }
}
