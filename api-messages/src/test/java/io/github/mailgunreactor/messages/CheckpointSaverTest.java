package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class CheckpointSaverTest {
    private final AtomicLong state = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Long> saved = new CopyOnWriteArrayList<>();

    private SendCheckpoint checkpoint() {
        return new SendCheckpoint(SendId.of("job"), Instant.EPOCH, state.get(), 0, List.of());
    }

    private Mono<Void> store(SendCheckpoint checkpoint) {
        return Mono.defer(() -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return Mono.delay(Duration.ofNanos(100_000 + state.get() % 7 * 50_000))
                    .doOnNext(done -> {
                        saved.add(checkpoint.confirmed());
                        underWay.decrementAndGet();
                    })
                    .then();
        });
    }

    @Test
    void savesOneAtATimeNewerAfterOlderAndNothingOlderThanItsCall() {
        CheckpointSaver saver = new CheckpointSaver(this::checkpoint, this::store);
        Flux<Long> saves = Flux.range(0, 2000)
                .flatMap(
                        i -> Mono.defer(() -> {
                                    long called = state.incrementAndGet();
                                    return saver.save().then(Mono.fromCallable(() -> {
                                        assertThat(saved.get(saved.size() - 1)).isGreaterThanOrEqualTo(called);
                                        return called;
                                    }));
                                })
                                .subscribeOn(Schedulers.parallel()),
                        16);

        StepVerifier.create(saves).expectNextCount(2000).verifyComplete();

        assertThat(most).hasValue(1);
        // One that was counted just before a save looked, and asked just after, is saved twice.
        assertThat(saved).isSorted();
        assertThat(saved.size()).isLessThan(2000);
    }

    @Test
    void goesOnAfterASaveThatFailed() {
        AtomicInteger calls = new AtomicInteger();
        CheckpointSaver saver = new CheckpointSaver(
                this::checkpoint,
                checkpoint -> calls.incrementAndGet() == 1
                        ? Mono.error(new IllegalStateException("disk full"))
                        : Mono.empty());

        StepVerifier.create(saver.save()).verifyErrorMessage("disk full");
        StepVerifier.create(saver.save()).verifyComplete();
        assertThat(calls).hasValue(2);
    }
}
