package io.github.mailgunreactor.core;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Asks again until something is as it should be: for what Mailgun does in its own time, such as to find DNS records, to get a
 * certificate, or to queue a change. Immutable; each subscription to what it gives waits anew.
 *
 * <pre>{@code
 * Waiter.of(Duration.ofMinutes(10)).until(ips.get("198.51.100.4"), ip -> Boolean.TRUE.equals(ip.dedicated()))
 * }</pre>
 */
public final class Waiter {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    /** From the shortest time they lead beyond the longest. */
    private static final int MOST_DOUBLINGS = 33;

    private final Duration limit;
    private final Duration first;
    private final Duration longest;

    private Waiter(Duration limit, Duration first, Duration longest) {
        this.limit = limit;
        this.first = first;
        this.longest = longest;
    }

    /**
     * A waiter that gives up after a time. It asks at once, 10 seconds later, and then after twice the time as before, up to
     * a minute.
     *
     * @param limit from subscription on, 1 ms to 90 days
     */
    public static Waiter of(Duration limit) {
        return new Waiter(
                Arguments.requireRange("limit", limit, SHORTEST, LONGEST),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
    }

    /**
     * How long to wait between two questions.
     *
     * @param first after the first one, 1 ms or more; it doubles from question to question
     * @param longest how far it doubles, {@code first} or more
     */
    public Waiter interval(Duration first, Duration longest) {
        return new Waiter(
                limit,
                Arguments.requireRange("first", first, SHORTEST, LONGEST),
                Arguments.requireRange("longest", longest, first, LONGEST));
    }

    /**
     * The first value that is as it should be. Where there is none in time, the error is a {@link TimeoutException}; an error
     * of the question ends the waiting too, after the retries of the client.
     *
     * @param question a call that does no harm when it is repeated; empty means not yet
     * @param condition whether a value is as it should be
     */
    public <T> Mono<T> until(Mono<T> question, Predicate<? super T> condition) {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(condition, "condition");
        return question.filter(condition)
                .repeatWhenEmpty(Integer.MAX_VALUE, rounds -> rounds.concatMap(round -> Mono.delay(pause(round))))
                .timeout(Mono.delay(limit), Mono.error(() -> new TimeoutException("not as awaited after " + limit)));
    }

    private Duration pause(long round) {
        Duration doubled = first.multipliedBy(1L << Math.min(round, MOST_DOUBLINGS));
        return Collections.min(List.of(doubled, longest));
    }
}
