package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.STARTED;
import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.domain;
import static io.github.mailgunreactor.contract.IpsContract.ip;
import static io.github.mailgunreactor.contract.IpsContract.pool;
import static io.github.mailgunreactor.contract.IpsContract.subaccount;

import io.github.mailgunreactor.ips.IpSortOrder;
import io.github.mailgunreactor.ips.dynamic.AssignableDomainFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi;
import io.github.mailgunreactor.ips.dynamic.DynamicPool;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolChange;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolDomainFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolHistoryFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolIps;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolReplacement;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolSort;
import io.github.mailgunreactor.ips.dynamic.EnrollmentFilter;
import java.time.Instant;
import java.util.List;

/** The rows of {@link DynamicIpPoolsApi}: first the pools, then the domains in them. */
final class DynamicIpPoolsContract {
    private static final ContractRow.Calls<DynamicIpPoolsApi> DYNAMIC_POOLS = ContractRow.calls(DynamicIpPoolsApi::new);

    private DynamicIpPoolsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                DYNAMIC_POOLS
                        .row("POST /v3/dynamic_pools/all")
                        .calls((pools, notes) -> pools.replaceIps(DynamicPoolIps.empty()
                                .goodReputation(ip(notes, 5))
                                .goodReputation(ip(notes, 6))
                                .poorReputation(ip(notes, 7))
                                .newSenders(ip(notes, 8))))
                        .sends("POST /v3/dynamic_pools/all")
                        .multipart(
                                "good_reputation", "192.0.2.5",
                                "good_reputation", "192.0.2.6",
                                "poor_reputation", "192.0.2.7",
                                "new_senders", "192.0.2.8")
                        .responds("""
                                {"good_reputation": ["192.0.2.5", "192.0.2.6"], "poor_reputation": ["192.0.2.7"],
                                 "new_senders": ["192.0.2.8"]}
                                """),
                DYNAMIC_POOLS
                        .row("GET /v3/dynamic_pools")
                        .calls((pools, notes) -> pools.get())
                        .sends("GET /v3/dynamic_pools")
                        .responds("""
                                {"good_reputation": ["192.0.2.5", "192.0.2.6"], "poor_reputation": ["192.0.2.7"],
                                 "new_senders": ["192.0.2.8"],
                                 "pools": [
                                   {"account_id": "698b9fda0c176132a9f4c017", "enabled": true,
                                    "id": "698b9fda0c176132a9f4c018", "ips": ["192.0.2.5", "192.0.2.6"],
                                    "name": "dynamic_good"}]}
                                """),
                DYNAMIC_POOLS
                        .row("POST /v3/dynamic_pools/{pool_name}/{ip}")
                        .calls((pools, notes) -> pools.addIp(DynamicPool.POOR, ip(notes, 2)))
                        .sends("POST /v3/dynamic_pools/dynamic_poor/192.0.2.2")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("PATCH /v3/dynamic_pools/{pool_name}")
                        .calls((pools, notes) -> pools.change(
                                DynamicPool.POOR,
                                DynamicPoolChange.none().addIp(ip(notes, 3)).removeIp(ip(notes, 2))))
                        .sends("PATCH /v3/dynamic_pools/dynamic_poor")
                        .multipart("add_ip", "192.0.2.3", "remove_ip", "192.0.2.2")
                        .responds(SUCCESS));
    }

    static List<ContractRow> assignments() {
        return List.of(
                DYNAMIC_POOLS
                        .row("GET /v3/domains/dynamic_pools/assignable")
                        .calls((pools, notes) -> pools.listAssignableDomains(AssignableDomainFilter.all()
                                .subaccount(subaccount(notes))
                                .domain("^shop\\.")))
                        .sends("GET /v3/domains/dynamic_pools/assignable"
                                + "?subaccount_id=698b9fda0c176132a9f4c020&domain=%5Eshop%5C.")
                        .responds("{\"items\": []}"),
                DYNAMIC_POOLS
                        .row("POST /v3/domains/{name}/dynamic_pools")
                        .calls((pools, notes) -> pools.enroll(domain(notes), "shared"))
                        .sends("POST /v3/domains/example.com/dynamic_pools?replacement_ip=shared")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("GET /v1/dynamic_pools/domains")
                        .calls((pools, notes) -> pools.listDomains(DynamicPoolDomainFilter.all()
                                .pageSize(50)
                                .account("68d16780d1ffb196ac7b2cc9")
                                .account("68d16780d1ffb196ac7b2ccb")
                                .pool(DynamicPool.GOOD)
                                .pool(DynamicPool.NEW)
                                .sortBy(DynamicPoolSort.BOUNCE_RATE)
                                .sortOrder(IpSortOrder.DESCENDING)))
                        .sends("GET /v1/dynamic_pools/domains?limit=50&account=68d16780d1ffb196ac7b2cc9"
                                + "&account=68d16780d1ffb196ac7b2ccb&pool=dynamic_good&pool=dynamic_new"
                                + "&sort_by=bounce_rate&sort_order=descending")
                        .responds("""
                                {"items": [
                                   {"id": "68d16780d1ffb196ac7b2cc8", "account_id": "68d16780d1ffb196ac7b2cc9",
                                    "account_name": "Example", "name": "example.com",
                                    "registered_at": "2025-09-22T11:13:04Z", "pool": "dynamic_good", "override": true,
                                    "bounce_rate": 0.01, "complaint_rate": 0.1, "processed_count": 100},
                                   {"id": "68d16780d1ffb196ac7b2cca", "name": "example.org", "bounce_rate": null,
                                    "complaint_rate": null, "processed_count": null,
                                    "registered_at": "0001-01-01T00:00:00Z"}],
                                 "total_items": 2,
                                 "paging": {
                                   "Next": "https://api.mailgun.net/v1/dynamic_pools/domains?page=next",
                                   "Previous": "https://api.mailgun.net/v1/dynamic_pools/domains?page=previous",
                                   "First": "https://api.mailgun.net/v1/dynamic_pools/domains?page=first",
                                   "Last": "https://api.mailgun.net/v1/dynamic_pools/domains?page=last"}}
                                """),
                DYNAMIC_POOLS
                        .row("GET /v1/dynamic_pools/domains")
                        .calls((pools, notes) -> pools.listDomains(DynamicPoolDomainFilter.all()))
                        .sends("GET /v1/dynamic_pools/domains?limit=100")
                        .responds("{\"items\": [], \"total_items\": 0, \"paging\": {}}"),
                DYNAMIC_POOLS
                        .row("GET /v1/dynamic_pools/domains/{name}/preview")
                        .calls((pools, notes) -> pools.preview(domain(notes)))
                        .sends("GET /v1/dynamic_pools/domains/example.com/preview")
                        .responds("""
                                {"pool": "dynamic_poor", "results": {
                                   "bounce_rate": {"value": 0.25, "band": "dynamic_poor"},
                                   "complaint_rate": {"value": 0.0002, "band": "dynamic_good"},
                                   "processed_count": {"value": 25000, "band": "dynamic_good"}}}
                                """),
                DYNAMIC_POOLS
                        .row("PUT /v1/dynamic_pools/domains/{name}/override")
                        .calls((pools, notes) -> pools.overridePool(domain(notes), DynamicPool.GOOD))
                        .sends("PUT /v1/dynamic_pools/domains/example.com/override")
                        .multipart("pool", "dynamic_good")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("DELETE /v1/dynamic_pools/domains/{name}/override")
                        .calls((pools, notes) -> pools.removeOverride(domain(notes)))
                        .sends("DELETE /v1/dynamic_pools/domains/example.com/override")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("GET /v1/dynamic_pools/domains/{name}/history")
                        .calls((pools, notes) -> pools.getLastMove(domain(notes)))
                        .sends("GET /v1/dynamic_pools/domains/example.com/history")
                        .responds("""
                                {"id": "000000000000000000000000", "owning_account_id": "000000000000000000000000",
                                 "account_id": "68d16780d1ffb196ac7b2ccd", "account_name": "Example",
                                 "domain_id": "68d16780d1ffb196ac7b2ccc", "domain_name": "example.com",
                                 "new_band": "dynamic_good", "prev_band": "dynamic_poor",
                                 "reason": "Multiple metrics in good threshold", "bounce_rate": 0.2,
                                 "complaint_rate": 0.1, "processed_count": 100, "initiated_by": "system",
                                 "timestamp": "2025-09-22T11:13:04.740262-04:00"}
                                """),
                DYNAMIC_POOLS
                        .row("GET /v1/dynamic_pools/history")
                        .calls((pools, notes) -> pools.listMoves(DynamicPoolHistoryFilter.all()
                                .pageSize(20)
                                .includeSubaccounts(true)
                                .domain("example.com")
                                .after(Instant.parse("2026-01-01T00:00:00Z"))
                                .before(Instant.parse("2026-02-03T04:05:06Z"))
                                .movedFrom(DynamicPool.NEW)
                                .movedTo(DynamicPool.GOOD)))
                        .sends("GET /v1/dynamic_pools/history?Limit=20&include_subaccounts=true&domain=example.com"
                                + "&after=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20GMT"
                                + "&before=Tue%2C%2003%20Feb%202026%2004%3A05%3A06%20GMT"
                                + "&moved_from=dynamic_new&moved_to=dynamic_good")
                        .responds("""
                                {"items": [
                                   {"id": "68d16780d1ffb196ac7b2cce", "owning_account_id": "000000000000000000000000",
                                    "account_id": "68d16780d1ffb196ac7b2ccf", "account_name": "Example",
                                    "domain_id": "68d16780d1ffb196ac7b2cd0", "domain_name": "example.com",
                                    "new_band": "dynamic_good", "prev_band": "dynamic_new",
                                    "reason": "bounce_rate in good threshold", "bounce_rate": 0.04,
                                    "complaint_rate": 0.0001, "processed_count": 100, "initiated_by": "system",
                                    "timestamp": "2026-01-07T00:00:00Z"}],
                                 "total_items": 1,
                                 "paging": {"Next": "https://api.mailgun.net/v1/dynamic_pools/history?page=next"}}
                                """),
                DYNAMIC_POOLS
                        .row("DELETE /v3/domains/{name}/dynamic_pools")
                        .calls((pools, notes) ->
                                pools.remove(domain(notes), DynamicPoolReplacement.ofIps(List.of(ip(notes, 2)))))
                        .sends("DELETE /v3/domains/example.com/dynamic_pools?replacement_ip=192.0.2.2")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("POST /v3/domains/{name}/dynamic_pools")
                        .calls((pools, notes) -> pools.enroll(domain(notes), ip(notes, 2)))
                        .sends("POST /v3/domains/example.com/dynamic_pools?replacement_ip=192.0.2.2")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("DELETE /v3/domains/{name}/dynamic_pools")
                        .calls((pools, notes) ->
                                pools.remove(domain(notes), DynamicPoolReplacement.ofPool(pool(notes))))
                        .sends("DELETE /v3/domains/example.com/dynamic_pools"
                                + "?replacement_pool_id=658041ae44842b99ee2eaa1b")
                        .responds(SUCCESS),
                DYNAMIC_POOLS
                        .row("POST /v3/domains/all/dynamic_pools/enroll")
                        .calls((pools, notes) ->
                                pools.enrollAll(EnrollmentFilter.all().includeSubaccounts(true)))
                        .sends("POST /v3/domains/all/dynamic_pools/enroll?include_subaccounts=true")
                        .responds(STARTED));
    }
}
