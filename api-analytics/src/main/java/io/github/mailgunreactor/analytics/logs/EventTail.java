package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Page;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The events of a domain as they come in, without an end:
 *
 * <pre>{@code
 * events.tail("example.com")
 *         .from(lastPosition)
 *         .concatMap(tailed -> handle(tailed.event()).then(keep(tailed.position().text())))
 * }</pre>
 *
 * <p>Mailgun has events to poll for, not to subscribe to, and an event can show up minutes after it happened, behind
 * others that are newer. So each poll reads the last while again, {@linkplain #overlap the overlap}, and passes on what is
 * new in it. Each event comes once, in the order in which it was found: mostly, but not always, that of timestamps.
 *
 * <p>Nothing is asked for without demand, so a slow subscriber slows the polling; at most one page waits for it. A call
 * that failed is made again after a while, as long as another one {@linkplain MailgunException#isTransient may succeed};
 * other errors end the tail. What was given stays given: {@link #from(TailPosition)} goes on without loss and repetition.
 *
 * <p>Immutable: methods return changed copies. Each subscription tails by itself.
 */
public final class EventTail {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final List<String> OWN_PARAMETERS = List.of("begin", "end", "ascending");

    private final EventsApi events;
    private final String domain;
    private final EventFilter filter;
    private final Duration interval;
    private final Duration overlap;
    private final Duration minBackoff;
    private final Duration maxBackoff;
    private final int remembered;
    private final Scheduler scheduler;

    private EventTail(
            EventsApi events,
            String domain,
            EventFilter filter,
            Duration interval,
            Duration overlap,
            Duration minBackoff,
            Duration maxBackoff,
            int remembered,
            Scheduler scheduler) {
        this.events = events;
        this.domain = domain;
        this.filter = filter;
        this.interval = interval;
        this.overlap = overlap;
        this.minBackoff = minBackoff;
        this.maxBackoff = maxBackoff;
        this.remembered = remembered;
        this.scheduler = scheduler;
    }

    static EventTail of(EventsApi events, String domain) {
        return new EventTail(
                events,
                Arguments.requireText("domain", domain),
                EventFilter.ALL,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                100_000,
                Schedulers.parallel());
    }

    /**
     * Only events that it lets through. Default: all.
     *
     * @throws IllegalArgumentException if it bounds or sorts time, which the tail does itself
     */
    public EventTail matching(EventFilter filter) {
        for (String name : OWN_PARAMETERS) {
            if (filter.params().first(name) != null) {
                throw new IllegalArgumentException("filter must not have " + name + ": the tail has its own");
            }
        }
        return new EventTail(events, domain, filter, interval, overlap, minBackoff, maxBackoff, remembered, scheduler);
    }

    /**
     * How long to wait after a poll before the next one.
     *
     * @param interval 1 ms to 1 day. Default: 30 seconds
     */
    public EventTail interval(Duration interval) {
        Arguments.requireRange("interval", interval, SHORTEST, LONGEST);
        return new EventTail(events, domain, filter, interval, overlap, minBackoff, maxBackoff, remembered, scheduler);
    }

    /**
     * How late an event may show up and still be found. Each poll reads this much again: one request for each 300 events
     * in it.
     *
     * @param overlap 1 second to 1 day. Default: 30 minutes, as Mailgun advises
     */
    public EventTail overlap(Duration overlap) {
        Arguments.requireRange("overlap", overlap, Duration.ofSeconds(1), LONGEST);
        return new EventTail(events, domain, filter, interval, overlap, minBackoff, maxBackoff, remembered, scheduler);
    }

    /**
     * How long to wait after a failure: the first time, doubled for each further failure without a success between, and
     * at most. Where Mailgun says when it wants to be asked again, that counts instead.
     *
     * @param first 1 ms to 1 day. Default: 1 second
     * @param most from {@code first} to 1 day. Default: 5 minutes
     */
    public EventTail backoff(Duration first, Duration most) {
        Arguments.requireRange("first", first, SHORTEST, LONGEST);
        Arguments.requireRange("most", most, first, LONGEST);
        return new EventTail(events, domain, filter, interval, overlap, first, most, remembered, scheduler);
    }

    /**
     * How many events of the overlap are remembered, which bounds the memory of a tail. Where more happen, the overlap
     * becomes shorter: an event that is later than that is not found.
     *
     * @param events 1 to 10,000,000. Default: 100,000, which take about 8 MB
     */
    public EventTail remembering(int events) {
        Arguments.requireRange("events", events, 1, 10_000_000);
        return new EventTail(this.events, domain, filter, interval, overlap, minBackoff, maxBackoff, events, scheduler);
    }

    /** Where waiting happens, and whose clock counts. Default: {@link Schedulers#parallel()}. */
    public EventTail scheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
        return new EventTail(events, domain, filter, interval, overlap, minBackoff, maxBackoff, remembered, scheduler);
    }

    /** All events from an instant on, those that happened already first. Whole seconds count. */
    public Flux<TailedEvent> from(Instant start) {
        return from(new TailPosition(start.getEpochSecond(), SeenEvents.Snapshot.EMPTY));
    }

    /** All events from now on, on the clock of the {@link #scheduler}. */
    public Flux<TailedEvent> fromNow() {
        return Flux.defer(() -> from(Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS))));
    }

    /**
     * Goes on after the event that had this position, as if there had been no interruption.
     *
     * @param position of a tail of the same domain and filter
     */
    public Flux<TailedEvent> from(TailPosition position) {
        Objects.requireNonNull(position, "position");
        return Flux.defer(() -> new Run(position).events());
    }

    /** One subscription's tailing. Its steps come one after the other, and with them the changes of its fields. */
    private final class Run {
        private final SeenEvents seen;
        private long fromSecond;
        private long passSecond;
        private @Nullable PagedFlux<Event, Listing<Event>> pass;
        private @Nullable String cursor;
        private long reachedSecond = Long.MIN_VALUE;
        private int failures;
        private boolean begunAnew;

        Run(TailPosition position) {
            seen = new SeenEvents(position.seen());
            fromSecond = position.fromSecond();
        }

        Flux<TailedEvent> events() {
            return Flux.defer(this::pass)
                    .retryWhen(Retry.from(failed -> failed.concatMap(signal -> waitAfter(signal.failure()))))
                    .repeatWhen(passes -> passes.concatMap(passed -> Mono.delay(interval, scheduler)));
        }

        /** All pages from {@link #fromSecond} on; after a failure, those that were not yet reached. */
        private Flux<TailedEvent> pass() {
            PagedFlux<Event, Listing<Event>> begun = pass;
            if (begun == null) {
                begun = events.list(domain, filter.startingAt(Instant.ofEpochSecond(fromSecond)));
                passSecond = now().getEpochSecond();
                reachedSecond = Long.MIN_VALUE;
                pass = begun;
            }
            PagedFlux<Event, Listing<Event>> rest = cursor == null ? begun : begun.startingAt(cursor);
            return rest.pages()
                    // Without prefetch, and with pages that end on demand only: no page is asked for in advance.
                    .concatMap(this::unseen, 0)
                    .doOnComplete(() -> {
                        pass = null;
                        cursor = null;
                        begunAnew = false;
                    });
        }

        private Flux<TailedEvent> unseen(Page<Event, Listing<Event>> page) {
            failures = 0;
            Iterator<Event> rest = page.items().iterator();
            return Flux.generate(sink -> {
                while (rest.hasNext()) {
                    Event event = rest.next();
                    long second = event.timestamp().getEpochSecond();
                    reachedSecond = Math.max(reachedSecond, second);
                    if (second >= fromSecond && seen.add(event)) {
                        sink.next(new TailedEvent(event, new TailPosition(fromSecond, seen.snapshot())));
                        return;
                    }
                }
                cursor = page.next();
                settle();
                sink.complete();
            });
        }

        /**
         * Moves on to where events may still be missing. What is older than the overlap had shown up before this pass began;
         * and as pages come oldest first, this pass has read it.
         */
        private void settle() {
            if (reachedSecond != Long.MIN_VALUE) {
                long settled = Math.min(reachedSecond, passSecond) - overlap.toSeconds();
                fromSecond = Math.max(fromSecond, settled);
            }
            seen.forgetBefore(fromSecond);
            if (seen.size() > remembered) {
                // A quarter more than needed, so that this is rare.
                fromSecond = Math.max(fromSecond, seen.secondToKeep(remembered - remembered / 4));
                seen.forgetBefore(fromSecond);
            }
        }

        private Publisher<Long> waitAfter(Throwable failure) {
            if (!(failure instanceof MailgunException error)) {
                return Mono.error(failure);
            }
            if (!error.isTransient()) {
                // The address of a later page may have expired: the poll begins anew, once.
                if (cursor == null || begunAnew || !(failure instanceof ErrorStatusException)) {
                    return Mono.error(failure);
                }
                begunAnew = true;
                pass = null;
                cursor = null;
            }
            Duration wait = minBackoff.multipliedBy(1L << Math.min(failures++, 30));
            wait = wait.compareTo(maxBackoff) > 0 ? maxBackoff : wait;
            Instant retryAt = failure instanceof ErrorStatusException answered ? answered.retryAt(now()) : null;
            if (retryAt != null) {
                Duration asked = Duration.between(now(), retryAt);
                wait = asked.compareTo(LONGEST) > 0 ? LONGEST : asked.compareTo(wait) > 0 ? asked : wait;
            }
            return Mono.delay(wait, scheduler);
        }

        private Instant now() {
            return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
        }
    }
}
