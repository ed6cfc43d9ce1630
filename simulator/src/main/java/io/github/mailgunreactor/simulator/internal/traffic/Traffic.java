package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the messages of an account in a region, by time. Events, logs, metrics and statistics are all read from
 * here, so that they agree.
 */
public final class Traffic {
    public static final Predicate<MessageEvent> ALL = event -> true;

    private static final Duration UNIQUE_WITHIN = Duration.ofDays(7);
    private static final Comparator<MessageEvent> BY_TIME = Comparator.comparing(MessageEvent::timestamp);

    private final List<MessageEvent> events = new ArrayList<>();
    private final Map<String, Instant> engaged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > maxEvents;
        }
    };
    private final int maxEvents;
    private final Changes changes;
    private @Nullable Bulk bulk;

    /** Holds so many events; beyond, the oldest go. */
    private Traffic(int maxEvents, Changes changes) {
        this.maxEvents = maxEvents;
        this.changes = changes;
    }

    /** Deliveries that are made up when they are read, evenly over a day: a million of them take no memory. */
    private record Bulk(MessageFacts message, long count, Instant end) {
        Rows<MessageEvent> rows(boolean ascending) {
            return Rows.generated(count, position -> event(ascending ? position : count - 1 - position));
        }

        MessageEvent event(long position) {
            Duration before = Duration.ofDays(1).dividedBy(count).multipliedBy(count - position);
            return new MessageEvent(
                    "bulk-" + position,
                    end.minus(before),
                    "delivered",
                    message,
                    new MessageEvent.Delivery(1, 250, "OK", "", null, null, null),
                    MessageEvent.Visit.NONE,
                    false);
        }
    }

    public static Traffic of(SimulatedRequest request) {
        return of(request.state(), request.account(), request.region());
    }

    public static Traffic of(SimulatorState state, Account account, String region) {
        return account.inRegion(region)
                .get(Traffic.class, () -> new Traffic(state.bounds().events(), state.changes()));
    }

    /** Adds an event where its time belongs, which may be before others. */
    public void add(MessageEvent event) {
        int at = events.size();
        while (at > 0 && BY_TIME.compare(events.get(at - 1), event) > 0) {
            at--;
        }
        events.add(at, event);
        // Not one by one: what is taken from the front moves all the others.
        if (events.size() > maxEvents + maxEvents / 8) {
            events.subList(0, events.size() - maxEvents).clear();
        }
        changes.tell(Changes.Topic.EVENTS);
    }

    /** The latest events that a condition lets through, newest first, without made-up ones. */
    public List<MessageEvent> latest(int most, Predicate<MessageEvent> condition) {
        List<MessageEvent> latest = new ArrayList<>();
        for (int at = events.size() - 1; at >= 0 && latest.size() < most; at--) {
            if (condition.test(events.get(at))) {
                latest.add(events.get(at));
            }
        }
        return latest;
    }

    /** Whether an open or click is the first of its message within seven days. */
    public boolean isUnique(String type, MessageFacts message, Instant time) {
        String key = type + ' ' + message.messageId() + ' ' + message.recipient();
        Instant before = engaged.get(key);
        if (before != null && Duration.between(before, time).abs().compareTo(UNIQUE_WITHIN) < 0) {
            return false;
        }
        engaged.put(key, time);
        return true;
    }

    public void addBulk(MessageFacts message, long count, Instant end) {
        bulk = new Bulk(message, count, end);
    }

    /** Events between two times, both included, that a condition lets through. */
    public Rows<MessageEvent> between(
            Instant start, Instant end, boolean ascending, Predicate<MessageEvent> condition) {
        if (condition.equals(ALL) && bulk != null && events.isEmpty()) {
            return bulk.rows(ascending);
        }
        List<MessageEvent> found = new ArrayList<>();
        if (bulk != null) {
            for (long i = 0; i < bulk.count(); i++) {
                take(bulk.event(i), start, end, condition, found);
            }
        }
        events.forEach(event -> take(event, start, end, condition, found));
        found.sort(ascending ? BY_TIME : BY_TIME.reversed());
        return Rows.of(found);
    }

    /** As {@link #between}, all at once and oldest first. */
    public List<MessageEvent> list(Instant start, Instant end, Predicate<MessageEvent> condition) {
        Rows<MessageEvent> rows = between(start, end, true, condition);
        return rows.slice(0, Math.toIntExact(rows.size()));
    }

    private static void take(
            MessageEvent event,
            Instant start,
            Instant end,
            Predicate<MessageEvent> condition,
            List<MessageEvent> found) {
        if (!event.timestamp().isBefore(start) && !event.timestamp().isAfter(end) && condition.test(event)) {
            found.add(event);
        }
    }
}
