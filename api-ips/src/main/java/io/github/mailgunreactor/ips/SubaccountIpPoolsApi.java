package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
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
 * The dedicated IP pools and addresses that an account shares with its subaccounts. A subaccount that does not exist is an
 * error with status 404, a pool or an address that cannot be shared one with status 400.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/openapi-tower_other">Delegated pools</a>
 */
public final class SubaccountIpPoolsApi {
    private final MailgunClient mailgun;

    public SubaccountIpPoolsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists which pools are delegated to which subaccounts, all on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/openapi-tower_other/get-v5-accounts-subaccounts-ip-pools-all">GET /v5/accounts/subaccounts/ip_pools/all</a>
     */
    public PagedFlux<SubaccountIpPool, Listing<SubaccountIpPool>> list() {
        return mailgun.list(
                GET.path("/v5/accounts/subaccounts/ip_pools/all").listing(SubaccountIpPool.class, NextPage.none()));
    }

    /**
     * Delegates a pool to a subaccount in place of the one that it has, in the background.
     *
     * @deprecated A subaccount can have several pools now: use {@link IpPoolsApi#delegate}.
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/openapi-tower_other/put-v5-accounts-subaccounts--subaccountId--ip-pool">PUT /v5/accounts/subaccounts/{subaccountId}/ip_pool</a>
     */
    @Deprecated
    public Mono<BackgroundTask> delegate(String subaccountId, String poolId) {
        return mailgun.send(PUT.path("/v5/accounts/subaccounts/{subaccountId}/ip_pool", subaccountId)
                .form(Params.NONE.with("pool_id", Arguments.requireText("poolId", poolId)))
                .asJson(BackgroundTask.class));
    }

    /**
     * Takes a delegated pool back from a subaccount, in the background. Its domains no longer send from the pool.
     *
     * @deprecated A subaccount can have several pools now: use {@link IpPoolsApi#revoke}.
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/openapi-tower_other/delete-v5-accounts-subaccounts--subaccountId--ip-pool">DELETE /v5/accounts/subaccounts/{subaccountId}/ip_pool</a>
     */
    @Deprecated
    public Mono<BackgroundTask> revoke(String subaccountId, String poolId) {
        return mailgun.send(DELETE.path("/v5/accounts/subaccounts/{subaccountId}/ip_pool", subaccountId)
                .query("pool_id", Arguments.requireText("poolId", poolId))
                .asJson(BackgroundTask.class));
    }

    /**
     * Links a dedicated address to a subaccount; both accounts can then use it. An address that is in a dedicated or
     * dynamic IP pool of the parent account is refused. {@link IpsApi#changeSubaccounts} does the same for several
     * addresses and subaccounts, and unlinks them too.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/openapi-tower_other/put-v5-accounts-subaccounts--subaccountId--ip">PUT /v5/accounts/subaccounts/{subaccountId}/ip</a>
     */
    public Mono<Confirmation> linkIp(String subaccountId, String ip) {
        return mailgun.send(PUT.path("/v5/accounts/subaccounts/{subaccountId}/ip", subaccountId)
                .form(Params.NONE.with("ip", IpArgument.require("ip", ip)))
                .asJson(Confirmation.class));
    }
}
