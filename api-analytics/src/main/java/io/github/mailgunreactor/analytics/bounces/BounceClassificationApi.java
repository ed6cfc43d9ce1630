package io.github.mailgunreactor.analytics.bounces;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Why messages were not delivered: bounces and delays, classified.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification">Bounce classification</a>
 */
public final class BounceClassificationApi {
    private final MailgunClient mailgun;

    public BounceClassificationApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Counts classified bounces and delays: one item for each combination of values of what is grouped by that has
     * any. A failed
     * call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/post-v2-bounce-classification-metrics">POST /v2/bounce-classification/metrics</a>
     */
    public PagedFlux<BounceMetricsItem, BounceMetricsPage> listMetrics(BounceMetricsQuery query) {
        return mailgun.list(POST.path("/v2/bounce-classification/metrics")
                .json(query)
                .readOnly()
                .pages(BounceMetricsPage.class, NextPage.bodySkip()));
    }

    /**
     * Counts bounces, the most frequent first.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-stats">GET /v1/bounce-classification/stats</a>
     * @deprecated use {@link #listMetrics}
     */
    @Deprecated
    public PagedFlux<BounceStatList.BounceStat, BounceStatList> listStats(BounceStatFilter filter) {
        return mailgun.list(
                GET.path("/v1/bounce-classification/stats").query(filter).pages(BounceStatList.class, NextPage.none()));
    }

    /**
     * Counts bounces by sending domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains">GET /v1/bounce-classification/domains</a>
     * @deprecated use {@link #listMetrics} with {@link BounceDimension#DOMAIN_NAME}
     */
    @Deprecated
    public PagedFlux<DomainBounces, DomainBouncesPage> listDomains(BounceDomainFilter filter) {
        return mailgun.list(GET.path("/v1/bounce-classification/domains")
                .query(filter)
                .pages(DomainBouncesPage.class, NextPage.skip()));
    }

    /**
     * Counts the bounces of a domain by who refused: mail providers and spam filters.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--entities">GET /v1/bounce-classification/domains/{domain}/entities</a>
     * @deprecated use {@link #listMetrics} with {@link BounceDimension#ENTITY_NAME}
     */
    @Deprecated
    public PagedFlux<EntityBouncesList.EntityBounces, EntityBouncesList> listEntities(
            String domain, BounceEntityFilter filter) {
        return mailgun.list(GET.path("/v1/bounce-classification/domains/{domain}/entities", domain)
                .query(filter)
                .pages(EntityBouncesList.class, NextPage.none()));
    }

    /**
     * Counts the bounces of a domain by one that refused, by the rule that classified them. Mailgun may respond with
     * status 403: not allowed.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--entities--entity-id--rules">GET /v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules</a>
     * @deprecated use {@link #listMetrics} with {@link BounceDimension#GROUP_ID}
     */
    @Deprecated
    public PagedFlux<RuleBouncesList.RuleBounces, RuleBouncesList> listRules(
            String domain, String entityId, BounceEntityFilter filter) {
        return mailgun.list(
                GET.path("/v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules", domain, entityId)
                        .query(filter)
                        .pages(RuleBouncesList.class, NextPage.none()));
    }

    /**
     * Lists the bounces of a domain. Mailgun may respond with status 403, not allowed, or 410, gone.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--events">GET /v1/bounce-classification/domains/{domain}/events</a>
     * @deprecated use {@link LogsApi#list}
     */
    @Deprecated
    public PagedFlux<Event, Listing<Event>> listEvents(String domain, BounceEventFilter filter) {
        return mailgun.list(GET.path("/v1/bounce-classification/domains/{domain}/events", domain)
                .query(filter)
                .listing(Event.class, NextPage.url()));
    }

    /**
     * Lists who can refuse: mail providers and spam filters.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-config-entities">GET /v1/bounce-classification/config/entities</a>
     * @deprecated use {@link #listMetrics} with {@link BounceDimension#ENTITY_NAME}
     */
    @Deprecated
    public Mono<BounceEntities> getEntities() {
        return mailgun.send(
                GET.path("/v1/bounce-classification/config/entities").asJson(BounceEntities.class));
    }

    /**
     * Lists the rules by which bounces are classified.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-config-rules">GET /v1/bounce-classification/config/rules</a>
     * @deprecated use {@link #listMetrics} with {@link BounceDimension#GROUP_ID}
     */
    @Deprecated
    public Mono<BounceRules> getRules() {
        return mailgun.send(GET.path("/v1/bounce-classification/config/rules").asJson(BounceRules.class));
    }
}
