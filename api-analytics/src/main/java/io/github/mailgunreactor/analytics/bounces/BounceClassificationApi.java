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
     * Counts classified bounces and delays: one item for each combination of values of the dimensions that has any. A failed
     * call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/post-v2-bounce-classification-metrics">POST
     *     /v2/bounce-classification/metrics</a>
     */
    public PagedFlux<BounceMetricsItem, BounceMetricsPage> metrics(BounceMetricsQuery query) {
        return mailgun.list(POST.path("/v2/bounce-classification/metrics")
                .json(query)
                .readOnly()
                .pages(BounceMetricsPage.class, NextPage.bodySkip()));
    }

    /**
     * Counts bounces, the most frequent first.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-stats">GET
     *     /v1/bounce-classification/stats</a>
     * @deprecated use {@link #metrics}
     */
    @Deprecated
    public Mono<BounceStatList> stats(BounceStatFilter filter) {
        return mailgun.send(
                GET.path("/v1/bounce-classification/stats").query(filter).asJson(BounceStatList.class));
    }

    /**
     * Counts bounces by sending domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains">GET
     *     /v1/bounce-classification/domains</a>
     * @deprecated use {@link #metrics} with {@link BounceDimension#DOMAIN_NAME}
     */
    @Deprecated
    public PagedFlux<DomainBounces, DomainBouncesPage> domains(BounceDomainFilter filter) {
        return mailgun.list(GET.path("/v1/bounce-classification/domains")
                .query(filter)
                .pages(DomainBouncesPage.class, NextPage.skip()));
    }

    /**
     * Counts the bounces of a domain by who refused: mail providers and spam filters.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--entities">GET
     *     /v1/bounce-classification/domains/{domain}/entities</a>
     * @deprecated use {@link #metrics} with {@link BounceDimension#ENTITY_NAME}
     */
    @Deprecated
    public Mono<EntityBouncesList> entities(String domain, boolean includeSubaccounts) {
        return mailgun.send(GET.path("/v1/bounce-classification/domains/{domain}/entities", domain)
                .query("include_subaccounts", includeSubaccounts)
                .asJson(EntityBouncesList.class));
    }

    /**
     * Counts the bounces of a domain by one that refused, by the rule that classified them.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--entities--entity-id--rules">GET
     *     /v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules</a>
     * @deprecated use {@link #metrics} with {@link BounceDimension#GROUP_ID}
     */
    @Deprecated
    public Mono<RuleBouncesList> rules(String domain, String entityId, boolean includeSubaccounts) {
        return mailgun.send(
                GET.path("/v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules", domain, entityId)
                        .query("include_subaccounts", includeSubaccounts)
                        .asJson(RuleBouncesList.class));
    }

    /**
     * Lists the bounces of a domain. Mailgun may answer with status 410: gone.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-domains--domain--events">GET
     *     /v1/bounce-classification/domains/{domain}/events</a>
     * @deprecated use {@link LogsApi#list}
     */
    @Deprecated
    public PagedFlux<Event, Listing<Event>> events(String domain, BounceEventFilter filter) {
        return mailgun.list(GET.path("/v1/bounce-classification/domains/{domain}/events", domain)
                .query(filter)
                .listing(Event.class, NextPage.url()));
    }

    /**
     * Lists who can refuse: mail providers and spam filters.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-config-entities">GET
     *     /v1/bounce-classification/config/entities</a>
     * @deprecated use {@link #metrics} with {@link BounceDimension#ENTITY_NAME}
     */
    @Deprecated
    public Mono<BounceEntities> entities() {
        return mailgun.send(
                GET.path("/v1/bounce-classification/config/entities").asJson(BounceEntities.class));
    }

    /**
     * Lists the rules by which bounces are classified.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounce-classification/get-v1-bounce-classification-config-rules">GET
     *     /v1/bounce-classification/config/rules</a>
     * @deprecated use {@link #metrics} with {@link BounceDimension#GROUP_ID}
     */
    @Deprecated
    public Mono<BounceRules> rules() {
        return mailgun.send(GET.path("/v1/bounce-classification/config/rules").asJson(BounceRules.class));
    }
}
