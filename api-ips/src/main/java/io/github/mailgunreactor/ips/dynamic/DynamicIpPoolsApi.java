package io.github.mailgunreactor.ips.dynamic;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Dynamic IP pools: dedicated addresses of the account grouped by reputation. Enrolled domains are put into one of the
 * pools by regular health checks, and moved when their reputation changes. The account must have the feature for it.
 *
 * <p>Errors: 400 where pools or filters are not as Mailgun wants them, or the call comes from a subaccount and is for parent
 * accounts; 404 where an address, a domain or a pool is not the account's.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools">Dynamic IP pools</a>
 */
public final class DynamicIpPoolsApi {
    private final MailgunClient mailgun;

    public DynamicIpPoolsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets all pools and their addresses.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v3-dynamic-pools">GET /v3/dynamic_pools</a>
     */
    public Mono<DynamicIpPools> get() {
        return mailgun.send(GET.path("/v3/dynamic_pools").asJson(DynamicIpPools.class));
    }

    /**
     * Sets the addresses of all pools, in place of those they had; the first time it makes the pools. A call that failed
     * is not repeated unless it certainly did not arrive.
     *
     * @throws IllegalArgumentException if a pool has no address, or an address is there twice
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/post-v3-dynamic-pools-all">POST /v3/dynamic_pools/all</a>
     */
    public Mono<DynamicIpPools> replaceIps(DynamicPoolIps ips) {
        return mailgun.send(
                POST.path("/v3/dynamic_pools/all").multipart(ips.complete()).asJson(DynamicIpPools.class));
    }

    /**
     * Deletes all pools. Every domain of the account and its subaccounts must have left them before. Dedicated IP pools
     * stay as they are.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/delete-v3-dynamic-pools-all">DELETE /v3/dynamic_pools/all</a>
     */
    public Mono<Confirmation> deleteAll() {
        return mailgun.send(DELETE.path("/v3/dynamic_pools/all").asJson(Confirmation.class));
    }

    /**
     * Puts a dedicated address of the account into a pool. A call that failed is not repeated unless it certainly did not
     * arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/post-v3-dynamic-pools--pool-name---ip-">POST /v3/dynamic_pools/{pool_name}/{ip}</a>
     */
    public Mono<Confirmation> addIp(DynamicPool pool, String ip) {
        return mailgun.send(POST.path("/v3/dynamic_pools/{pool_name}/{ip}", pool.value(), IpArgument.require("ip", ip))
                .asJson(Confirmation.class));
    }

    /**
     * Puts addresses into a pool and takes others out. At least one that is not being warmed up must remain. A call that
     * failed is not repeated unless it certainly did not arrive.
     *
     * @throws IllegalArgumentException if the change is empty
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/patch-v3-dynamic-pools--pool-name-">PATCH /v3/dynamic_pools/{pool_name}</a>
     */
    public Mono<Confirmation> change(DynamicPool pool, DynamicPoolChange change) {
        return mailgun.send(PATCH.path("/v3/dynamic_pools/{pool_name}", pool.value())
                .multipart(change.complete())
                .asJson(Confirmation.class));
    }

    /**
     * Lists the domains that are not enrolled, all on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v3-domains-dynamic-pools-assignable">GET /v3/domains/dynamic_pools/assignable</a>
     */
    public PagedFlux<AssignableDomain, Listing<AssignableDomain>> listAssignableDomains(AssignableDomainFilter filter) {
        return mailgun.list(GET.path("/v3/domains/dynamic_pools/assignable")
                .query(filter)
                .listing(AssignableDomain.class, NextPage.none()));
    }

    /**
     * Enrolls a domain, which a health check then puts into a pool. The pools must have been made before. A call that
     * failed is not repeated unless it certainly did not arrive.
     *
     * @param replacementIp an address, or the word {@code shared} for one that Mailgun picks
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/post-v3-domains--name--dynamic-pools">POST /v3/domains/{name}/dynamic_pools</a>
     */
    public Mono<Confirmation> enroll(String domain, String replacementIp) {
        return mailgun.send(POST.path("/v3/domains/{domain}/dynamic_pools", domain)
                .query("replacement_ip", IpArgument.requireOrShared("replacementIp", replacementIp))
                .asJson(Confirmation.class));
    }

    /**
     * Begins to enroll all domains of the account, in the background. Only a parent account can ask for it. A call that
     * failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/post-v3-domains-all-dynamic-pools-enroll">POST /v3/domains/all/dynamic_pools/enroll</a>
     */
    public Mono<Confirmation> enrollAll(EnrollmentFilter filter) {
        return mailgun.send(
                POST.path("/v3/domains/all/dynamic_pools/enroll").query(filter).asJson(Confirmation.class));
    }

    /**
     * Takes a domain out of the dynamic pools and gives it something else to send from.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/delete-v3-domains--name--dynamic-pools">DELETE /v3/domains/{name}/dynamic_pools</a>
     */
    public Mono<Confirmation> remove(String domain, DynamicPoolReplacement replacement) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}/dynamic_pools", domain)
                .query(replacement)
                .asJson(Confirmation.class));
    }

    /**
     * Lists the enrolled domains of the account and its subaccounts.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v1-dynamic-pools-domains">GET /v1/dynamic_pools/domains</a>
     */
    public PagedFlux<DynamicPoolDomain, DynamicPoolDomains> listDomains(DynamicPoolDomainFilter filter) {
        return mailgun.list(
                GET.path("/v1/dynamic_pools/domains").query(filter).pages(DynamicPoolDomains.class, NextPage.url()));
    }

    /**
     * Runs a health check on a domain and tells into which pool it would come. Nothing changes.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v1-dynamic-pools-domains--name--preview">GET /v1/dynamic_pools/domains/{name}/preview</a>
     */
    public Mono<DynamicPoolPreview> preview(String domain) {
        return mailgun.send(
                GET.path("/v1/dynamic_pools/domains/{domain}/preview", domain).asJson(DynamicPoolPreview.class));
    }

    /**
     * Puts a domain into a pool by hand. Health checks leave it there until the override is
     * {@linkplain #removeOverride removed}. A name that is no pool is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/put-v1-dynamic-pools-domains--name--override">PUT /v1/dynamic_pools/domains/{name}/override</a>
     */
    public Mono<Confirmation> overridePool(String domain, DynamicPool pool) {
        return mailgun.send(PUT.path("/v1/dynamic_pools/domains/{domain}/override", domain)
                .multipart(Params.NONE.with("pool", Arguments.requireText("pool", pool.value())))
                .asJson(Confirmation.class));
    }

    /**
     * Lets health checks decide again about the pool of a domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/delete-v1-dynamic-pools-domains--name--override">DELETE /v1/dynamic_pools/domains/{name}/override</a>
     */
    public Mono<Confirmation> removeOverride(String domain) {
        return mailgun.send(DELETE.path("/v1/dynamic_pools/domains/{domain}/override", domain)
                .asJson(Confirmation.class));
    }

    /**
     * Gets the last move of a domain. Mailgun documents one record here; {@link #listMoves} with
     * {@link DynamicPoolHistoryFilter#domain} has them all. A domain that was never moved is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v1-dynamic-pools-domains--name--history">GET /v1/dynamic_pools/domains/{name}/history</a>
     */
    public Mono<DynamicPoolMove> getLastMove(String domain) {
        return mailgun.send(
                GET.path("/v1/dynamic_pools/domains/{domain}/history", domain).asJson(DynamicPoolMove.class));
    }

    /**
     * Lists the moves of all enrolled domains.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dynamic-ip-pools/get-v1-dynamic-pools-history">GET /v1/dynamic_pools/history</a>
     */
    public PagedFlux<DynamicPoolMove, DynamicPoolHistory> listMoves(DynamicPoolHistoryFilter filter) {
        return mailgun.list(
                GET.path("/v1/dynamic_pools/history").query(filter).pages(DynamicPoolHistory.class, NextPage.url()));
    }
}
