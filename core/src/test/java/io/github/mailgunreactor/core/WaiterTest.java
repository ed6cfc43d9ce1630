package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class WaiterTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Long> times = new ArrayList<>();

    /** Counts the questions and notes the seconds, of virtual time, at which they come. */
    private final Mono<Integer> question = Mono.fromSupplier(() -> {
        times.add(Schedulers.parallel().now(java.util.concurrent.TimeUnit.SECONDS));
        return asked.incrementAndGet();
    });

    @Test
    void asksOnceWhereAllIsWellAtOnce() {
        StepVerifier.create(Waiter.of(Duration.ofSeconds(1)).until(question, count -> true))
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void waitsTwiceAsLongFromQuestionToQuestionUpToTheLongestTime() {
        StepVerifier.withVirtualTime(() -> Waiter.of(Duration.ofMinutes(10)).until(question, count -> count == 6))
                .thenAwait(Duration.ofMinutes(5))
                .expectNext(6)
                .verifyComplete();

        assertThat(times).containsExactly(0L, 10L, 30L, 70L, 130L, 190L);
    }

    @Test
    void givesUpInTimeAndAsksNoMore() {
        StepVerifier.withVirtualTime(() -> Waiter.of(Duration.ofSeconds(60)).until(question, count -> false))
                .thenAwait(Duration.ofSeconds(60))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(TimeoutException.class).hasMessage("not as awaited after PT1M"));

        assertThat(times).containsExactly(0L, 10L, 30L);
    }

    @Test
    void givesUpAlsoWhileAQuestionIsOpen() {
        StepVerifier.withVirtualTime(() -> Waiter.of(Duration.ofSeconds(60)).until(Mono.never(), value -> true))
                .thenAwait(Duration.ofSeconds(60))
                .verifyError(TimeoutException.class);
    }

    @Test
    void takesNothingForNotYet() {
        Mono<Integer> emptyAtFirst = question.filter(count -> count > 1);

        StepVerifier.withVirtualTime(() -> Waiter.of(Duration.ofMinutes(1))
                        .interval(Duration.ofSeconds(2), Duration.ofSeconds(2))
                        .until(emptyAtFirst, count -> true))
                .thenAwait(Duration.ofSeconds(2))
                .expectNext(2)
                .verifyComplete();
    }

    @Test
    void endsWithAnErrorOfTheQuestion() {
        StepVerifier.create(Waiter.of(Duration.ofMinutes(1)).until(Mono.error(new IllegalStateException()), v -> true))
                .verifyError(IllegalStateException.class);
    }

    @Test
    void waitsAnewForEachSubscriber() {
        Mono<Integer> second = Waiter.of(Duration.ofMillis(500))
                .interval(Duration.ofMillis(1), Duration.ofMillis(1))
                .until(question, count -> count % 2 == 0);

        StepVerifier.create(second).expectNext(2).verifyComplete();
        StepVerifier.create(second).expectNext(4).verifyComplete();
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Waiter.of(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waiter.of(Duration.ofDays(1)).interval(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageStartingWith("longest must be from PT2S");
    }
}
