package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Dedicated IP pools (DIPPs): addresses of the account under one name, from which domains send and which can be delegated
 * to subaccounts. The account must have the feature for it. A pool that is inherited from the parent account cannot be
 * changed or deleted here. What changes a pool's addresses reaches its domains and subaccounts after the response.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools">IP pools</a>
 */
public final class IpPoolsApi {
    private static final int LARGEST_PAGE = 500;

    private final MailgunClient mailgun;

    public IpPoolsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all pools of the account, on one page; at most one of them is inherited.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/get-v3-ip-pools">GET /v3/ip_pools</a>
     */
    public PagedFlux<IpPool, IpPoolList> list() {
        return mailgun.list(GET.path("/v3/ip_pools").pages(IpPoolList.class, NextPage.none()));
    }

    /**
     * Makes a pool. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/post-v3-ip-pools">POST /v3/ip_pools</a>
     */
    public Mono<CreatedIpPool> create(NewIpPool pool) {
        return mailgun.send(POST.path("/v3/ip_pools").multipart(pool).asJson(CreatedIpPool.class));
    }

    /**
     * Gets a pool with the names of its domains. One that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/get-v3-ip-pools--pool-id-">GET /v3/ip_pools/{pool_id}</a>
     */
    public Mono<IpPoolDetails> get(String poolId) {
        return mailgun.send(GET.path("/v3/ip_pools/{pool_id}", poolId).asJson(IpPoolDetails.class));
    }

    /**
     * Changes a pool. What would change nothing is an error. A call that failed is not repeated unless it certainly did
     * not arrive.
     *
     * @throws IllegalArgumentException if the change is empty
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/patch-v3-ip-pools--pool-id-">PATCH /v3/ip_pools/{pool_id}</a>
     */
    public Mono<Confirmation> change(String poolId, IpPoolChange change) {
        return mailgun.send(PATCH.path("/v3/ip_pools/{pool_id}", poolId)
                .multipart(change.complete())
                .asJson(Confirmation.class));
    }

    /**
     * Deletes a pool without addresses. One with addresses needs a {@linkplain #delete(String, IpReplacement)
     * replacement}. A pool that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/delete-v3-ip-pools--pool-id-">DELETE /v3/ip_pools/{pool_id}</a>
     */
    public Mono<DeletedIpPool> delete(String poolId) {
        return mailgun.send(DELETE.path("/v3/ip_pools/{pool_id}", poolId).asJson(DeletedIpPool.class));
    }

    /**
     * Deletes a pool and gives its domains something else to send from, in the background.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/delete-v3-ip-pools--pool-id-">DELETE /v3/ip_pools/{pool_id}</a>
     */
    public Mono<DeletedIpPool> delete(String poolId, IpReplacement replacement) {
        return mailgun.send(
                DELETE.path("/v3/ip_pools/{pool_id}", poolId).query(replacement).asJson(DeletedIpPool.class));
    }

    /**
     * Lists the domains that send from a pool, in pages of 500, the most that Mailgun allows. A pool that does not
     * exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/get-v3-ip-pools--pool-id--domains">GET /v3/ip_pools/{pool_id}/domains</a>
     */
    public PagedFlux<IpPoolDomain, IpPoolDomains> listDomains(String poolId) {
        return mailgun.list(GET.path("/v3/ip_pools/{pool_id}/domains", poolId)
                .query("limit", LARGEST_PAGE)
                .pages(IpPoolDomains.class, NextPage.url()));
    }

    /**
     * Puts an address into a pool: a dedicated one of the account that is in no other pool. A pool that does not exist
     * is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/put-v3-ip-pools--pool-id--ips--ip-">PUT /v3/ip_pools/{pool_id}/ips/{ip}</a>
     */
    public Mono<Confirmation> addIp(String poolId, String ip) {
        return mailgun.send(PUT.path("/v3/ip_pools/{pool_id}/ips/{ip}", poolId, IpArgument.require("ip", ip))
                .asJson(Confirmation.class));
    }

    /**
     * Takes an address out of a pool. A pool that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/delete-v3-ip-pools--pool-id--ips--ip-">DELETE /v3/ip_pools/{pool_id}/ips/{ip}</a>
     */
    public Mono<Confirmation> removeIp(String poolId, String ip) {
        return mailgun.send(DELETE.path("/v3/ip_pools/{pool_id}/ips/{ip}", poolId, IpArgument.require("ip", ip))
                .asJson(Confirmation.class));
    }

    /**
     * Puts addresses into a pool: dedicated ones of the account that are in no other pool. A call that failed is not
     * repeated unless it certainly did not arrive. A pool that does not exist is an error with status 404.
     *
     * @param ips one or more
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/post-v3-ip-pools--pool-id--ips-json">POST /v3/ip_pools/{pool_id}/ips.json</a>
     */
    public Mono<Confirmation> addIps(String poolId, Collection<String> ips) {
        return mailgun.send(POST.path("/v3/ip_pools/{pool_id}/ips.json", poolId)
                .json(Params.NONE.with("ips", oneOrMore(ips)))
                .asJson(Confirmation.class));
    }

    /**
     * Delegates a pool to a subaccount, whose domains can then send from it. A pool that does not exist is an error
     * with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/put-v3-ip-pools--pool-id--delegate">PUT /v3/ip_pools/{pool_id}/delegate</a>
     */
    public Mono<Confirmation> delegate(String poolId, String subaccountId) {
        return mailgun.send(PUT.path("/v3/ip_pools/{pool_id}/delegate", poolId)
                .multipart(Params.NONE.with("subaccount_id", Arguments.requireText("subaccountId", subaccountId)))
                .asJson(Confirmation.class));
    }

    /**
     * Takes a delegated pool back from a subaccount. A pool that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-pools/delete-v3-ip-pools--pool-id--delegate">DELETE /v3/ip_pools/{pool_id}/delegate</a>
     */
    public Mono<Confirmation> revoke(String poolId, String subaccountId) {
        return mailgun.send(DELETE.path("/v3/ip_pools/{pool_id}/delegate", poolId)
                .multipart(Params.NONE.with("subaccount_id", Arguments.requireText("subaccountId", subaccountId)))
                .asJson(Confirmation.class));
    }

    private static List<String> oneOrMore(Collection<String> ips) {
        if (ips.isEmpty()) {
            throw new IllegalArgumentException("ips must be one or more");
        }
        return ips.stream().map(ip -> IpArgument.require("ips", ip)).toList();
    }
}
