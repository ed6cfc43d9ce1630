package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.BEGUN;
import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.ip;
import static io.github.mailgunreactor.contract.IpsContract.pool;
import static io.github.mailgunreactor.contract.IpsContract.subaccount;

import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.ips.IpsApi;
import io.github.mailgunreactor.ips.SubaccountIpChange;
import io.github.mailgunreactor.ips.SubaccountIpPoolsApi;
import java.util.List;

/** The rows of {@link SubaccountIpPoolsApi}, and others about subaccounts. */
final class SubaccountIpPoolsContract {
    private static final ContractRow.Calls<IpPoolsApi> POOLS = ContractRow.calls(IpPoolsApi::new);
    private static final ContractRow.Calls<SubaccountIpPoolsApi> SUBACCOUNTS =
            ContractRow.calls(SubaccountIpPoolsApi::new);
    private static final ContractRow.Calls<IpsApi> IPS = ContractRow.calls(IpsApi::new);

    private SubaccountIpPoolsContract() {}

    @SuppressWarnings("deprecation") // old operations are in the contract as long as the library has them
    static List<ContractRow> rows() {
        return List.of(
                POOLS.row("PUT /v3/ip_pools/{pool_id}/delegate")
                        .calls((pools, notes) -> pools.delegate(pool(notes), subaccount(notes)))
                        .sends("PUT /v3/ip_pools/658041ae44842b99ee2eaa1b/delegate")
                        .multipart("subaccount_id", "698b9fda0c176132a9f4c020")
                        .responds(SUCCESS),
                SUBACCOUNTS
                        .row("GET /v5/accounts/subaccounts/ip_pools/all")
                        .calls((subaccounts, notes) -> subaccounts.list())
                        .sends("GET /v5/accounts/subaccounts/ip_pools/all")
                        .responds("""
                                {"items": [
                                   {"pool_id": "698b9fda0c176132a9f4c01e", "subaccount_id": "698b9fda0c176132a9f4c020"},
                                   {"pool_id": null, "subaccount_id": "698b9fda0c176132a9f4c021"}],
                                 "total_count": 2}
                                """),
                POOLS.row("DELETE /v3/ip_pools/{pool_id}/delegate")
                        .calls((pools, notes) -> pools.revoke(pool(notes), subaccount(notes)))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1b/delegate")
                        .multipart("subaccount_id", "698b9fda0c176132a9f4c020")
                        .responds(SUCCESS),
                SUBACCOUNTS
                        .row("PUT /v5/accounts/subaccounts/{subaccountId}/ip_pool")
                        .calls((subaccounts, notes) -> subaccounts.delegate(subaccount(notes), pool(notes)))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip_pool")
                        .form("pool_id", "658041ae44842b99ee2eaa1b")
                        .responds(BEGUN),
                SUBACCOUNTS
                        .row("DELETE /v5/accounts/subaccounts/{subaccountId}/ip_pool")
                        .calls((subaccounts, notes) -> subaccounts.revoke(subaccount(notes), pool(notes)))
                        .sends("DELETE /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip_pool"
                                + "?pool_id=658041ae44842b99ee2eaa1b")
                        .responds(BEGUN),
                SUBACCOUNTS
                        .row("PUT /v5/accounts/subaccounts/{subaccountId}/ip")
                        .calls((subaccounts, notes) -> subaccounts.linkIp(subaccount(notes), ip(notes, 2)))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip")
                        .form("ip", "192.0.2.2")
                        .responds(SUCCESS),
                IPS.row("PATCH /v3/ips/subaccounts")
                        .calls((ips, notes) -> ips.changeSubaccounts(SubaccountIpChange.of(subaccount(notes))
                                .link(ip(notes, 3))
                                .unlink(ip(notes, 2))))
                        .sends("PATCH /v3/ips/subaccounts")
                        .form(
                                "subaccount_id", "698b9fda0c176132a9f4c020",
                                "link_ip", "192.0.2.3",
                                "unlink_ip", "192.0.2.2")
                        .responds(SUCCESS),
                IPS.row("PATCH /v3/ips/subaccounts")
                        .calls((ips, notes) -> ips.changeSubaccounts(SubaccountIpChange.ofAllSubaccounts()
                                .unlink(ip(notes, 2))
                                .unlink(ip(notes, 3))))
                        .sends("PATCH /v3/ips/subaccounts")
                        .form(
                                "all_subaccounts", "true",
                                "unlink_ip", "192.0.2.2",
                                "unlink_ip", "192.0.2.3")
                        .responds("{\"message\": \"queued\"}"));
    }
}
