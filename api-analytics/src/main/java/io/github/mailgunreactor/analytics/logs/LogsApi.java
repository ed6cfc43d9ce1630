package io.github.mailgunreactor.analytics.logs;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.util.List;
import java.util.Objects;

/**
 * The logs of an account: what happened to each message of all its domains, with all that Mailgun knows of it. How long
 * Mailgun keeps them depends on the plan, from 1 to 30 days.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/logs">Logs</a>
 */
public final class LogsApi {
    private static final List<String> OF_THE_TAIL = List.of("start", "end", "duration");

    private final MailgunClient mailgun;

    public LogsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists log entries, page by page as they are demanded. An entry can show up some minutes after it happened: what follows
     * them as they come is {@link #tail}. A query that Mailgun cannot follow is an error with status 400. A failed call is
     * repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/logs/post-v1-analytics-logs">POST /v1/analytics/logs</a>
     */
    public PagedFlux<Event, LogsPage> list(LogsQuery query) {
        return mailgun.list(
                POST.path("/v1/analytics/logs").json(query).readOnly().pages(LogsPage.class, NextPage.bodyToken()));
    }

    /**
     * Follows the log entries of the account as they come in, without an end. Nothing happens until one of the {@code from}
     * methods is subscribed to.
     *
     * @param query which entries; without a time range and a sort order, which the tail has itself
     * @throws IllegalArgumentException if the query has one of these
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/#event-polling">Event polling</a>
     */
    public EventTail tail(LogsQuery query) {
        for (String name : OF_THE_TAIL) {
            if (query.params().first(name) != null) {
                throw new IllegalArgumentException("query must not have a time range: the tail has its own");
            }
        }
        if (query.isSorted()) {
            throw new IllegalArgumentException("query must not be sorted: the tail sorts by time");
        }
        LogsQuery oldestFirst = query.sortAscending("timestamp");
        return EventTail.of(begin -> list(oldestFirst.timeRange(TimeRange.since(begin))));
    }
}
