package io.github.mailgunreactor.core.internal;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Runs listeners and the like on a thread of ours. Whatever they throw, also an {@link Error} that Reactor would rethrow to
 * the event loop or timer, must not cost a call its signal.
 */
public final class ForeignCode {
    private ForeignCode() {}

    /** Runs it; a failure goes where Reactor's dropped errors go, which by default is the log. */
    public static void run(Runnable foreign) {
        Throwable failure = failureOf(foreign);
        if (failure != null) {
            failureOf(() -> Operators.onErrorDropped(failure, Context.empty())); // the hook is foreign too
        }
    }

    /** A failure, also one that operators would rethrow if they saw it when they are put together. */
    public static <T> Mono<T> failed(Throwable failure) {
        return Mono.<T>error(failure).hide();
    }

    /** Runs it, and gives what it threw. */
    public static @Nullable Throwable failureOf(Runnable foreign) {
        try {
            foreign.run();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }
}
