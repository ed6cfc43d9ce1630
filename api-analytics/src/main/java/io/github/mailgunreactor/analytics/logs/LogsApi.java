package io.github.mailgunreactor.analytics.logs;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.util.Objects;

/**
 * The logs of an account: what happened to each message, with all that Mailgun knows of it.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/logs">Logs</a>
 */
public final class LogsApi {
    private final MailgunClient mailgun;

    public LogsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists log entries, page by page as they are demanded. A failed call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/logs/post-v1-analytics-logs">POST
     *     /v1/analytics/logs</a>
     */
    public PagedFlux<Event, LogsPage> list(LogsQuery query) {
        return mailgun.list(
                POST.path("/v1/analytics/logs").json(query).readOnly().pages(LogsPage.class, NextPage.bodyToken()));
    }
}
