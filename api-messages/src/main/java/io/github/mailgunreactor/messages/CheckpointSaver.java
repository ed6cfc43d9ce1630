package io.github.mailgunreactor.messages;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Saves checkpoints one after the other, never an older one after a newer. A save that has to wait takes the state when its turn
 * comes, and serves all that came to wait with it.
 */
final class CheckpointSaver {
    private final Supplier<SendCheckpoint> state;
    private final @Nullable Function<SendCheckpoint, ? extends Publisher<Void>> store;
    private Mono<Void> running = Mono.empty();
    private @Nullable Mono<Void> waiting;
    private int saves;

    CheckpointSaver(
            Supplier<SendCheckpoint> state, @Nullable Function<SendCheckpoint, ? extends Publisher<Void>> store) {
        this.state = state;
        this.store = store;
    }

    /** Completes when a state has been saved that is no older than this call. */
    Mono<Void> save() {
        return store == null ? Mono.empty() : Mono.defer(this::next);
    }

    private synchronized Mono<Void> next() {
        if (waiting == null) {
            int number = ++saves;
            waiting = running.onErrorComplete().then(Mono.defer(this::begin)).cache();
            running = waiting.doFinally(end -> forget(number)).cache();
        }
        return running;
    }

    private Mono<Void> begin() {
        synchronized (this) {
            waiting = null;
        }
        return Mono.from(Objects.requireNonNull(store).apply(state.get()));
    }

    /** A chain of all saves that ever were would grow with the job. */
    private synchronized void forget(int number) {
        if (number == saves) {
            running = Mono.empty();
        }
    }
}
