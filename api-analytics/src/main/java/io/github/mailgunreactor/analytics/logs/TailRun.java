package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.OnUnreadableItem;
import io.github.mailgunreactor.core.Page;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.observation.UnreadableItem;
import io.github.mailgunreactor.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One subscription's tailing. Its steps come one after the other, and with them the changes of its fields. */
final class TailRun {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final EventTail.Source source;
    private final TailSettings settings;
    private final SeenEvents seen;
    private long fromSecond;
    private long passSecond;
    private @Nullable PagedFlux<Event, ? extends PageBody<Event>> pass;
    private @Nullable String cursor;
    private long reachedSecond = Long.MIN_VALUE;
    private int failures;
    private boolean begunAnew;

    TailRun(EventTail.Source source, TailSettings settings, TailPosition position) {
        this.source = source;
        this.settings = settings;
        seen = new SeenEvents(position.seen());
        fromSecond = position.fromSecond();
    }

    Flux<TailedEvent> events() {
        return Flux.defer(this::pass)
                .retryWhen(Retry.from(failed -> failed.concatMap(signal -> waitAfter(signal.failure()))))
                .repeatWhen(
                        passes -> passes.concatMap(passed -> Mono.delay(settings.interval(), settings.scheduler())));
    }

    /** All pages from {@link #fromSecond} on; after a failure, those that were not yet reached. */
    private Flux<TailedEvent> pass() {
        PagedFlux<Event, ? extends PageBody<Event>> begun = pass;
        if (begun == null) {
            begun = source.since(Instant.ofEpochSecond(fromSecond));
            passSecond = now().getEpochSecond();
            reachedSecond = Long.MIN_VALUE;
            pass = begun;
        }
        return read(begun).doOnComplete(() -> {
            pass = null;
            cursor = null;
            begunAnew = false;
        });
    }

    private <A extends PageBody<Event>> Flux<TailedEvent> read(PagedFlux<Event, A> begun) {
        PagedFlux<Event, A> rest = cursor == null ? begun : begun.startingAt(cursor);
        // Without prefetch, and with pages that end on demand only: no page is asked for in advance.
        // The error of an event that cannot be read comes with its page, and waits for the events before it.
        return rest.onUnreadableItem(settings.onUnreadableEvent()).pages().concatMapDelayError(this::unseen, 0);
    }

    private <A extends PageBody<Event>> Flux<TailedEvent> unseen(Page<Event, A> page) {
        failures = 0;
        Iterator<Event> rest = readable(page).iterator();
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

    /** The events of a page, up to the one at which the tail fails. */
    private <A extends PageBody<Event>> List<Event> readable(Page<Event, A> page) {
        List<UnreadableItem> unreadable = page.unreadableItems();
        boolean whole = settings.onUnreadableEvent() == OnUnreadableItem.PASS_OVER || unreadable.isEmpty();
        return whole ? page.items() : page.items().subList(0, unreadable.get(0).position());
    }

    /**
     * Moves on to where events may still be missing. What is older than the overlap had shown up before this pass began;
     * and as pages come oldest first, this pass has read it.
     */
    private void settle() {
        if (reachedSecond == Long.MIN_VALUE) {
            return;
        }
        long reached = Math.min(reachedSecond, passSecond);
        fromSecond = Math.max(fromSecond, reached - settings.overlap().toSeconds());
        seen.forgetBefore(fromSecond);
        int remembered = settings.remembered();
        if (seen.size() > remembered) {
            // A quarter more than needed, so that this is rare; but the pages to come still have events of the second
            // that was reached, and so does the next pass.
            long kept = Math.min(seen.secondToKeep(remembered - remembered / 4), reached - 1);
            fromSecond = Math.max(fromSecond, kept);
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
        Duration wait = settings.minBackoff().multipliedBy(1L << Math.min(failures++, 30));
        wait = wait.compareTo(settings.maxBackoff()) > 0 ? settings.maxBackoff() : wait;
        Instant retryAt = failure instanceof ErrorStatusException answered ? answered.retryAt(now()) : null;
        if (retryAt != null) {
            Duration asked = Duration.between(now(), retryAt);
            wait = asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked.compareTo(wait) > 0 ? asked : wait;
        }
        return Mono.delay(wait, settings.scheduler());
    }

    private Instant now() {
        return Instant.ofEpochMilli(settings.scheduler().now(TimeUnit.MILLISECONDS));
    }
}
