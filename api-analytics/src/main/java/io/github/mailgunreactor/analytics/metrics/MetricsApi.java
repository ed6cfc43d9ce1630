package io.github.mailgunreactor.analytics.metrics;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;

/**
 * Counts and rates of messages, and of an account's use of services.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/metrics">Metrics</a>
 */
public final class MetricsApi {
    private final MailgunClient mailgun;

    public MetricsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Counts messages and what became of them: one item for each combination of values of what is grouped by. Mind that pages by
     * number can shift while messages go out; a range that ends in the past keeps them still. A query that Mailgun cannot follow
     * is an error with status 400. A failed call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/metrics/post-v1-analytics-metrics">POST /v1/analytics/metrics</a>
     */
    public PagedFlux<MetricsItem, MetricsPage> list(MetricsQuery query) {
        return mailgun.list(POST.path("/v1/analytics/metrics")
                .json(query)
                .readOnly()
                .pages(MetricsPage.class, NextPage.bodySkip()));
    }

    /**
     * Counts what the account used of Mailgun's services, such as validations and previews. A query that Mailgun cannot
     * follow is an error with status 400. A failed call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/metrics/post-v1-analytics-usage-metrics">POST /v1/analytics/usage/metrics</a>
     */
    public PagedFlux<MetricsItem, MetricsPage> listUsage(UsageMetricsQuery query) {
        return mailgun.list(POST.path("/v1/analytics/usage/metrics")
                .json(query)
                .readOnly()
                .pages(MetricsPage.class, NextPage.bodySkip()));
    }
}
