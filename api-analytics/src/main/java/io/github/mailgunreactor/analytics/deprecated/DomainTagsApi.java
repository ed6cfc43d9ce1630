package io.github.mailgunreactor.analytics.deprecated;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.tags.TagFilter;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The tags of a domain and their statistics. Mailgun keeps tags by account now: see {@link TagsApi}. What it
 * cannot follow is an error with status 400. Failed calls are repeated.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags">Tags</a>
 */
public final class DomainTagsApi {
    private final MailgunClient mailgun;

    public DomainTagsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists tags in the order of their names.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3--domain--tags">GET /v3/{domain}/tags</a>
     * @deprecated use {@link TagsApi#list}
     */
    @Deprecated
    public PagedFlux<DomainTag, Listing<DomainTag>> list(String domain, DomainTagFilter filter) {
        return mailgun.list(
                GET.path("/v3/{domain}/tags", domain).query(filter).listing(DomainTag.class, NextPage.url()));
    }

    /**
     * Gives a tag. A tag that does not exist is an error.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3--domain--tag">GET /v3/{domain}/tag</a>
     * @deprecated use {@link TagsApi#list} with {@link TagFilter#tag}
     */
    @Deprecated
    public Mono<DomainTag> get(String domain, String tag) {
        return mailgun.send(GET.path("/v3/{domain}/tag", domain)
                .query("tag", Arguments.requireText("tag", tag))
                .asJson(DomainTag.class));
    }

    /**
     * Says what a tag is for.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/put-v3--domain--tag">PUT /v3/{domain}/tag</a>
     * @deprecated use {@link TagsApi#changeDescription}
     */
    @Deprecated
    public Mono<Confirmation> changeDescription(String domain, String tag, String description) {
        return mailgun.send(PUT.path("/v3/{domain}/tag", domain)
                .query("tag", Arguments.requireText("tag", tag))
                .query("description", description)
                .asJson(Confirmation.class));
    }

    /**
     * Deletes a tag and its statistics.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/delete-v3--domain--tag">DELETE /v3/{domain}/tag</a>
     * @deprecated use {@link TagsApi#delete}
     */
    @Deprecated
    public Mono<Confirmation> delete(String domain, String tag) {
        return mailgun.send(DELETE.path("/v3/{domain}/tag", domain)
                .query("tag", Arguments.requireText("tag", tag))
                .asJson(Confirmation.class));
    }

    /**
     * Counts the events of a tag by country, device or provider.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3--domain--tag-stats-aggregates">GET /v3/{domain}/tag/stats/aggregates</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#TAG} and another dimension
     */
    @Deprecated
    public Mono<DomainTagAggregates> getAggregates(String domain, String tag, AggregateType type) {
        return mailgun.send(GET.path("/v3/{domain}/tag/stats/aggregates", domain)
                .query("tag", Arguments.requireText("tag", tag))
                .query("type", type)
                .asJson(DomainTagAggregates.class));
    }

    /**
     * Counts the events of a tag by time.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3--domain--tag-stats">GET /v3/{domain}/tag/stats</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#TAG}
     */
    @Deprecated
    public Mono<Stats> getStats(String domain, DomainTagStatsQuery query) {
        return mailgun.send(
                GET.path("/v3/{domain}/tag/stats", domain).query(query).asJson(Stats.class));
    }

    /**
     * Lists the kinds of devices that statistics know.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3-domains--domain--tag-devices">GET /v3/domains/{domain}/tag/devices</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#DEVICE}
     */
    @Deprecated
    public PagedFlux<String, StatValues> listDevices(String domain) {
        return mailgun.list(
                GET.path("/v3/domains/{domain}/tag/devices", domain).pages(StatValues.class, NextPage.none()));
    }

    /**
     * Lists the mail providers that statistics know.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3-domains--domain--tag-providers">GET /v3/domains/{domain}/tag/providers</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#RECIPIENT_PROVIDER}
     */
    @Deprecated
    public PagedFlux<String, StatValues> listProviders(String domain) {
        return mailgun.list(
                GET.path("/v3/domains/{domain}/tag/providers", domain).pages(StatValues.class, NextPage.none()));
    }

    /**
     * Lists the country codes that statistics know.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3-domains--domain--tag-countries">GET /v3/domains/{domain}/tag/countries</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#COUNTRY}
     */
    @Deprecated
    public PagedFlux<String, StatValues> listCountries(String domain) {
        return mailgun.list(
                GET.path("/v3/domains/{domain}/tag/countries", domain).pages(StatValues.class, NextPage.none()));
    }

    /**
     * Tells how many tags a domain has, and how many it may have.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags/get-v3-domains--domain--limits-tag">GET /v3/domains/{domain}/limits/tag</a>
     * @deprecated use {@link TagsApi#getLimits}
     */
    @Deprecated
    public Mono<DomainTagLimits> getLimits(String domain) {
        return mailgun.send(GET.path("/v3/domains/{domain}/limits/tag", domain).asJson(DomainTagLimits.class));
    }
}
