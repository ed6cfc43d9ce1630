package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Severity;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list. Texts are Mailgun's filter expressions: {@code a OR b}, {@code NOT a}, {@code "an exact text"},
 * for sizes {@code >1000}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/#filter-expression">Filter expressions</a>
 */
public final class EventFilter extends ParamSet<EventFilter> {
    private static final int LARGEST_PAGE = 300;
    private static final Set<String> RANGE = Set.of("begin", "end", "ascending");

    private EventFilter(Params params) {
        super(params, EventFilter::new);
    }

    /** All events that Mailgun still has, newest first. */
    public static EventFilter all() {
        return new EventFilter(Params.NONE).pageSize(LARGEST_PAGE).with("ascending", "no");
    }

    /** Only events from an instant on, in whole seconds, oldest first. */
    public EventFilter since(Instant begin) {
        return range(begin, null, "yes");
    }

    /** Only events up to an instant, in whole seconds, newest first. */
    public EventFilter before(Instant instant) {
        return range(instant, null, "no");
    }

    /**
     * Only events between two instants, in whole seconds, oldest first.
     *
     * @throws IllegalArgumentException if the end is before the begin
     */
    public EventFilter between(Instant begin, Instant end) {
        if (end.isBefore(begin)) {
            throw new IllegalArgumentException("end must not be before begin");
        }
        return range(begin, end, "yes");
    }

    private EventFilter range(Instant begin, @Nullable Instant end, String ascending) {
        Params[] rest = {Params.NONE};
        params().forEach((name, value) -> {
            if (!RANGE.contains(name)) {
                rest[0] = rest[0].with(name, value);
            }
        });
        Params range = rest[0].with("begin", begin.getEpochSecond());
        return copy((end == null ? range : range.with("end", end.getEpochSecond())).with("ascending", ascending));
    }

    /**
     * How many events a page has.
     *
     * @param events 1 to 300, which is the default
     */
    public EventFilter pageSize(int events) {
        return with("limit", Arguments.requireRange("events", events, 1, LARGEST_PAGE));
    }

    /**
     * Only events of these types.
     *
     * @param types one or more
     */
    public EventFilter types(EventType... types) {
        return with(
                "event",
                Arguments.requireOneOrMore("types", types).stream()
                        .map(EventType::value)
                        .collect(Collectors.joining(" OR ")));
    }

    /** Only failures of this severity. */
    public EventFilter severity(Severity severity) {
        return with("severity", severity);
    }

    /** Only messages sent to this mailing list. */
    public EventFilter list(String expression) {
        return with("list", Arguments.requireText("expression", expression));
    }

    /** Only messages with an attached file of this name. */
    public EventFilter attachment(String expression) {
        return with("attachment", Arguments.requireText("expression", expression));
    }

    /** Only messages with this header From. */
    public EventFilter from(String expression) {
        return with("from", Arguments.requireText("expression", expression));
    }

    /** Only this message. */
    public EventFilter messageId(String expression) {
        return with("message-id", Arguments.requireText("expression", expression));
    }

    /** Only messages with this subject. */
    public EventFilter subject(String expression) {
        return with("subject", Arguments.requireText("expression", expression));
    }

    /** Only messages with this header To. */
    public EventFilter to(String expression) {
        return with("to", Arguments.requireText("expression", expression));
    }

    /** Only messages of this size in bytes, such as {@code >10000 <20000}. */
    public EventFilter size(String expression) {
        return with("size", Arguments.requireText("expression", expression));
    }

    /** Only events of this recipient. */
    public EventFilter recipient(String expression) {
        return with("recipient", Arguments.requireText("expression", expression));
    }

    /** Only stored messages with this one among their recipients. */
    public EventFilter recipients(String expression) {
        return with("recipients", Arguments.requireText("expression", expression));
    }

    /** Only messages with these tags. */
    public EventFilter tags(String expression) {
        return with("tags", Arguments.requireText("expression", expression));
    }
}
