package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.OnUnreadableItem;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The events of an account or a domain as they come in, without an end:
 *
 * <pre>{@code
 * logs.tail(LogsQuery.all())
 *         .from(TailPosition.parse(kept))
 *         .concatMap(tailed -> handle(tailed.event()).then(append(tailed.position().mark())))
 * }</pre>
 *
 * <p>Mailgun has events to poll for, not to subscribe to, and an event can show up minutes after it happened, behind
 * others that are newer. So each poll reads the last while again, {@linkplain #overlap the overlap}, and passes on what is
 * new in it. Each event comes once, in the order in which it was found: mostly, but not always, that of timestamps.
 *
 * <p>Nothing is asked for without demand, so a slow subscriber slows the polling; at most one page waits for it. A call
 * that failed is made again after a while, as long as another one {@linkplain MailgunException#isTransient may succeed};
 * other errors end the tail, also those that are no {@link MailgunException}: credentials or a router of your own that may fail
 * now and then need a retry of their own. An event that cannot be read is passed over, unless {@linkplain #onUnreadableEvent
 * told otherwise}. What was given stays given: {@link #from(TailPosition)} goes on without loss and repetition.
 *
 * <p>Immutable: methods return changed copies. Each subscription tails by itself.
 */
public final class EventTail {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Source source;
    private final TailSettings settings;

    /** Where the events come from. */
    @FunctionalInterface
    interface Source {
        /** Those from an instant on, in whole seconds, oldest first. */
        PagedFlux<Event, ? extends PageBody<Event>> since(Instant begin);
    }

    private EventTail(Source source, TailSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    static EventTail of(Source source) {
        return new EventTail(source, TailSettings.DEFAULT);
    }

    /**
     * How long to wait after a poll before the next one. Mailgun advises 15 seconds or more.
     *
     * @param interval 1 ms to 1 day. Default: 30 seconds
     */
    public EventTail interval(Duration interval) {
        Arguments.requireRange("interval", interval, SHORTEST, LONGEST);
        return new EventTail(source, settings.interval(interval));
    }

    /**
     * How late an event may show up and still be found. Each poll reads this much again: one request for each 100 log
     * entries in it, or 300 events of a domain.
     *
     * @param overlap 1 second to 1 day. Default: 30 minutes, as Mailgun advises
     */
    public EventTail overlap(Duration overlap) {
        Arguments.requireRange("overlap", overlap, Duration.ofSeconds(1), LONGEST);
        return new EventTail(source, settings.overlap(overlap));
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
        return new EventTail(source, settings.backoff(first, most));
    }

    /**
     * How many events of the overlap are remembered, which bounds the memory of a tail. Where more happen, the overlap
     * becomes shorter, down to the last two seconds: an event that is later than that is not found.
     *
     * @param events 1 to 1,000,000. Default: 100,000, which take about 8 MB
     */
    public EventTail remembering(int events) {
        Arguments.requireRange("events", events, 1, 1_000_000);
        return new EventTail(source, settings.remembered(events));
    }

    /** Where waiting happens, and whose clock counts. Default: {@link Schedulers#parallel()}. */
    public EventTail scheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
        return new EventTail(source, settings.scheduler(scheduler));
    }

    /**
     * What becomes of an event that cannot be read, as its id or time is missing. Passed over, it is lost, and the client's
     * {@code unreadableValueListener} told of it. As a failure it ends the tail, after the events before it, with an
     * {@link UnreadableResponseException}; and again each time that the tail goes on from there, until Mailgun no longer has
     * the event or it is to be passed over.
     *
     * @param decision default: {@link OnUnreadableItem#PASS_OVER}, whatever the client does with listings
     */
    public EventTail onUnreadableEvent(OnUnreadableItem decision) {
        Objects.requireNonNull(decision, "decision");
        return new EventTail(source, settings.onUnreadableEvent(decision));
    }

    /** All events from an instant on, those that happened already first. Whole seconds count. */
    public Flux<TailedEvent> from(Instant start) {
        return from(TailPosition.at(start));
    }

    /** All events from now on, on the clock of the {@link #scheduler}. */
    public Flux<TailedEvent> fromNow() {
        return Flux.defer(() -> from(Instant.ofEpochMilli(settings.scheduler().now(TimeUnit.MILLISECONDS))));
    }

    /**
     * Goes on after the event that had this position, as if there had been no interruption.
     *
     * @param position of a tail of the same account or domain, and the same filter
     */
    public Flux<TailedEvent> from(TailPosition position) {
        Objects.requireNonNull(position, "position");
        return Flux.defer(() -> new TailRun(source, settings, position).events());
    }
}
