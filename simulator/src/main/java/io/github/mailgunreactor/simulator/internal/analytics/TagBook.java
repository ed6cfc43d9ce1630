package io.github.mailgunreactor.simulator.internal.analytics;

import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tags of an account in a region: those that its traffic has, but for deleted ones, and what they are for. */
final class TagBook {
    private final Map<String, String> descriptions = new HashMap<>();
    private final Map<String, Instant> deleted = new HashMap<>();

    /** A tag with its messages. */
    record Entry(String name, String description, Instant firstSeen, Instant lastSeen, List<MessageEvent> events) {}

    static TagBook of(SimulatedRequest request) {
        return request.regional(TagBook.class, TagBook::new);
    }

    /** Tags by name. */
    NavigableMap<String, Entry> entries(Traffic traffic, Predicate<MessageEvent> condition) {
        Map<String, List<MessageEvent>> events = new LinkedHashMap<>();
        for (MessageEvent event : traffic.list(Instant.MIN, Instant.MAX, condition)) {
            for (String tag : event.message().tags()) {
                Instant end = deleted.get(tag);
                if (end == null || event.timestamp().isAfter(end)) {
                    events.computeIfAbsent(tag, t -> new ArrayList<>()).add(event);
                }
            }
        }
        NavigableMap<String, Entry> entries = new TreeMap<>();
        events.forEach((tag, seen) -> entries.put(
                tag,
                new Entry(
                        tag,
                        descriptions.getOrDefault(tag, ""),
                        seen.get(0).timestamp(),
                        seen.get(seen.size() - 1).timestamp(),
                        seen)));
        return entries;
    }

    void describe(String tag, @Nullable String description) {
        descriptions.put(tag, description == null ? "" : description);
    }

    boolean hasDeleted(String tag) {
        return deleted.containsKey(tag);
    }

    /** Forgets a tag until a later message has it. */
    void delete(String tag, Instant now) {
        descriptions.remove(tag);
        deleted.put(tag, now);
    }
}
