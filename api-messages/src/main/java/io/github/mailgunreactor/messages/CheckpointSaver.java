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
            Mono<Void> before = running;
            Mono<Void> save =
                    before.onErrorComplete().then(Mono.defer(this::begin)).cache();
            waiting = save;
            running = save.doFinally(end -> forget(save)).cache();
        }
        return waiting;
    }

    private Mono<Void> begin() {
        synchronized (this) {
            waiting = null;
        }
        return Mono.from(Objects.requireNonNull(store).apply(state.get()));
    }

    private synchronized void forget(Mono<Void> done) {
        if (waiting == null) {
            running = Mono.empty();
        }
    }
}
