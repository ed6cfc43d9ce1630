package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Severity;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Which events to list. Texts are Mailgun's filter expressions: {@code a OR b}, {@code NOT a}, {@code "an exact text"},
 * for sizes {@code >1000}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/#filter-expression">Filter expressions</a>
 */
public final class EventFilter extends ParamSet<EventFilter> {
    private static final int LARGEST_PAGE = 300;

    /** All events that Mailgun still has, newest first. */
    public static final EventFilter ALL = new EventFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private EventFilter(Params params) {
        super(params);
    }

    @Override
    protected EventFilter copy(Params params) {
        return new EventFilter(params);
    }

    /** All events from an instant on, in whole seconds, oldest first. */
    public static EventFilter since(Instant begin) {
        return ALL.startingAt(begin);
    }

    /** All events between two instants, in whole seconds, newest first. */
    public static EventFilter between(Instant begin, Instant end) {
        if (end.isBefore(begin)) {
            throw new IllegalArgumentException("end must not be before begin");
        }
        return ALL.with("begin", begin.getEpochSecond()).with("end", end.getEpochSecond());
    }

    EventFilter startingAt(Instant begin) {
        return with("begin", begin.getEpochSecond()).ascending(true);
    }

    /** Whether the oldest come first. */
    public EventFilter ascending(boolean ascending) {
        return with("ascending", ascending ? "yes" : "no");
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
