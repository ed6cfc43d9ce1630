package io.github.mailgunreactor.analytics.deprecated;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Counts of events by time. Mailgun has metrics in their place now: see {@link MetricsApi}. A query that it cannot
 * follow is an error with status 400. Failed calls are repeated.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats">Stats</a>
 */
public final class StatsApi {
    private final MailgunClient mailgun;

    public StatsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Counts the events of an account.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3-stats-total">GET /v3/stats/total</a>
     * @deprecated use {@link MetricsApi#list}
     */
    @Deprecated
    public Mono<Stats> getTotal(StatsQuery query) {
        return mailgun.send(GET.path("/v3/stats/total").query(query).asJson(Stats.class));
    }

    /**
     * Counts the events of a domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3--domain--stats-total">GET /v3/{domain}/stats/total</a>
     * @deprecated use {@link MetricsApi#list} with a {@link Filter} for the domain
     */
    @Deprecated
    public Mono<Stats> getTotal(String domain, StatsQuery query) {
        return mailgun.send(
                GET.path("/v3/{domain}/stats/total", domain).query(query).asJson(Stats.class));
    }

    /**
     * Counts the events of each domain, for one stretch of time.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3-stats-total-domains">GET /v3/stats/total/domains</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#DOMAIN}
     */
    @Deprecated
    public Mono<Stats> getTotalByDomain(DomainStatsQuery query) {
        return mailgun.send(GET.path("/v3/stats/total/domains").query(query).asJson(Stats.class));
    }

    /**
     * Counts some events of an account, in groups.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3-stats-filter">GET /v3/stats/filter</a>
     * @deprecated use {@link MetricsApi#list} with dimensions and a {@link Filter}
     */
    @Deprecated
    public Mono<Stats> getFiltered(FilteredStatsQuery query) {
        return mailgun.send(GET.path("/v3/stats/filter").query(query).asJson(Stats.class));
    }

    /**
     * Counts the events of a domain by mail provider.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3--domain--aggregates-providers">GET /v3/{domain}/aggregates/providers</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#RECIPIENT_PROVIDER}
     */
    @Deprecated
    public Mono<ProviderAggregates> getByProvider(String domain) {
        return mailgun.send(
                GET.path("/v3/{domain}/aggregates/providers", domain).asJson(ProviderAggregates.class));
    }

    /**
     * Counts the events of a domain by kind of device.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3--domain--aggregates-devices">GET /v3/{domain}/aggregates/devices</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#DEVICE}
     */
    @Deprecated
    public Mono<DeviceAggregates> getByDevice(String domain) {
        return mailgun.send(GET.path("/v3/{domain}/aggregates/devices", domain).asJson(DeviceAggregates.class));
    }

    /**
     * Counts the events of a domain by country.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/stats/get-v3--domain--aggregates-countries">GET /v3/{domain}/aggregates/countries</a>
     * @deprecated use {@link MetricsApi#list} with {@link Dimension#COUNTRY}
     */
    @Deprecated
    public Mono<CountryAggregates> getByCountry(String domain) {
        return mailgun.send(
                GET.path("/v3/{domain}/aggregates/countries", domain).asJson(CountryAggregates.class));
    }
}
