package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.STARTED;
import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.cursor;
import static io.github.mailgunreactor.contract.IpsContract.domain;
import static io.github.mailgunreactor.contract.IpsContract.domainId;
import static io.github.mailgunreactor.contract.IpsContract.ip;
import static io.github.mailgunreactor.contract.IpsContract.otherPool;
import static io.github.mailgunreactor.contract.IpsContract.pool;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.ips.CreatedIpPool;
import io.github.mailgunreactor.ips.DomainIpRemoval;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.IpPoolChange;
import io.github.mailgunreactor.ips.IpPoolDomains;
import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.ips.IpReplacement;
import io.github.mailgunreactor.ips.NewIpPool;
import io.github.mailgunreactor.ips.dynamic.AssignableDomain;
import io.github.mailgunreactor.ips.dynamic.AssignableDomainFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi;
import java.util.List;

/** The rows of {@link IpPoolsApi}; the last ones delete what all others of the module need. */
final class IpPoolsContract {
    private static final ContractRow.Calls<IpPoolsApi> POOLS = ContractRow.calls(IpPoolsApi::new);
    private static final ContractRow.Calls<DynamicIpPoolsApi> DYNAMIC_POOLS = ContractRow.calls(DynamicIpPoolsApi::new);
    private static final ContractRow.Calls<DomainIpsApi> DOMAIN_IPS = ContractRow.calls(DomainIpsApi::new);

    private IpPoolsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                POOLS.row("POST /v3/ip_pools")
                        .calls((pools, notes) -> pools.create(NewIpPool.of("receipts", "What customers wait for")
                                .ip(ip(notes, 1))
                                .ip(ip(notes, 2))))
                        .sends("POST /v3/ip_pools")
                        .multipart(
                                "name", "receipts",
                                "description", "What customers wait for",
                                "ip", "192.0.2.1",
                                "ip", "192.0.2.2")
                        .responds("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1b\"}")
                        .noting("pool", CreatedIpPool.class, CreatedIpPool::poolId),
                POOLS.row("POST /v3/ip_pools")
                        .calls((pools, notes) -> pools.create(NewIpPool.of("offers", "What customers can do without")))
                        .sends("POST /v3/ip_pools")
                        .multipart("name", "offers", "description", "What customers can do without")
                        .responds("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1c\"}")
                        .noting("other-pool", CreatedIpPool.class, CreatedIpPool::poolId),
                POOLS.row("POST /v3/ip_pools/{pool_id}/ips.json")
                        .calls((pools, notes) -> pools.addIps(otherPool(notes), List.of(ip(notes, 3), ip(notes, 4))))
                        .sends("POST /v3/ip_pools/658041ae44842b99ee2eaa1c/ips.json")
                        .json("{\"ips\": [\"192.0.2.3\", \"192.0.2.4\"]}")
                        .responds(STARTED),
                POOLS.row("DELETE /v3/ip_pools/{pool_id}/ips/{ip}")
                        .calls((pools, notes) -> pools.removeIp(otherPool(notes), ip(notes, 3)))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1c/ips/192.0.2.3")
                        .responds(STARTED),
                POOLS.row("PUT /v3/ip_pools/{pool_id}/ips/{ip}")
                        .calls((pools, notes) -> pools.addIp(pool(notes), ip(notes, 3)))
                        .sends("PUT /v3/ip_pools/658041ae44842b99ee2eaa1b/ips/192.0.2.3")
                        .responds(STARTED),
                DYNAMIC_POOLS
                        .row("GET /v3/domains/dynamic_pools/assignable")
                        .calls((pools, notes) -> pools.listAssignableDomains(
                                AssignableDomainFilter.all().domain(domain(notes))))
                        .sends("GET /v3/domains/dynamic_pools/assignable?domain=example.com")
                        .responds("""
                                {"items": [{"account_id": "698b9fda0c176132a9f4c010", "id": "698b9fda0c176132a9f4c00f",
                                            "name": "example.com"}]}
                                """)
                        .noting(
                                "domain-id",
                                Listing.class,
                                domains -> ((Listing<?>) domains)
                                        .items().stream()
                                                .map(domain -> ((AssignableDomain) domain).id())
                                                .findFirst()
                                                .orElse(null)),
                POOLS.row("PATCH /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) -> pools.change(
                                pool(notes),
                                IpPoolChange.none()
                                        .name("receipts and invoices")
                                        .description("What customers must get")
                                        .addIp(ip(notes, 0))
                                        .removeIp(ip(notes, 2))
                                        .removeIp(ip(notes, 3))
                                        .linkDomain(domainId(notes))))
                        .sends("PATCH /v3/ip_pools/658041ae44842b99ee2eaa1b")
                        .multipart(
                                "name", "receipts and invoices",
                                "description", "What customers must get",
                                "add_ip", "192.0.2.0",
                                "remove_ip", "192.0.2.2",
                                "remove_ip", "192.0.2.3",
                                "link_domain", "698b9fda0c176132a9f4c00f")
                        .responds(SUCCESS),
                POOLS.row("GET /v3/ip_pools")
                        .calls((pools, notes) -> pools.list())
                        .sends("GET /v3/ip_pools")
                        .responds("""
                                {"message": "success", "ip_pools": [
                                   {"description": "What customers must get", "ips": ["192.0.2.0", "192.0.2.1"],
                                    "is_inherited": true, "is_linked": true, "name": "receipts and invoices",
                                    "pool_id": "658041ae44842b99ee2eaa1b", "metadata": {"assignments": {
                                      "192.0.2.1": {"linked_at": "2025-06-03T21:33:55Z"}}}}]}
                                """),
                POOLS.row("GET /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) -> pools.get(pool(notes)))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b")
                        .responds("""
                                {"message": "success", "details": {
                                   "description": "What customers must get", "ips": ["192.0.2.0", "192.0.2.1"],
                                   "is_linked": true, "linked_domains": ["a.example.com", "b.example.com"],
                                   "name": "receipts and invoices", "pool_id": "658041ae44842b99ee2eaa1b"}}
                                """),
                POOLS.row("GET /v3/ip_pools/{pool_id}/domains")
                        .calls((pools, notes) -> pools.listDomains(pool(notes)))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b/domains?limit=500")
                        .responds("""
                                {"domains": [{"id": "698b9fda0c176132a9f4c01c", "name": "example1.com"},
                                             {"id": "698b9fda0c176132a9f4c01d", "name": "example2.com"}],
                                 "paging": {
                                   "first": "https://api.mailgun.net/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJh",
                                   "next": "https://api.mailgun.net/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj"}}
                                """)
                        .noting("pool-page", IpPoolDomains.class, page -> cursor(page.paging())),
                POOLS.row("GET /v3/ip_pools/{pool_id}/domains")
                        .calls((pools, notes) -> pools.listDomains(pool(notes))
                                .startingAt(notes.get(
                                        "pool-page", "/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj")))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj")
                        .responds("{\"domains\": [], \"paging\": {}}"));
    }

    static List<ContractRow> removals() {
        return List.of(
                DYNAMIC_POOLS
                        .row("DELETE /v3/dynamic_pools/all")
                        .calls((pools, notes) -> pools.deleteAll())
                        .sends("DELETE /v3/dynamic_pools/all")
                        .responds(SUCCESS),
                POOLS.row("DELETE /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) -> pools.delete(pool(notes), IpReplacement.ofPool(otherPool(notes))))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1b?pool_id=658041ae44842b99ee2eaa1c")
                        .responds(STARTED),
                POOLS.row("DELETE /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) -> pools.delete(otherPool(notes), IpReplacement.ofSharedIp()))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1c?ip=shared")
                        .responds("{\"allowed\": {\"dedicated\": 1, \"shared\": 2}}"),
                POOLS.row("POST /v3/ip_pools")
                        .calls((pools, notes) -> pools.create(NewIpPool.of("empty", "Of no use")))
                        .sends("POST /v3/ip_pools")
                        .multipart("name", "empty", "description", "Of no use")
                        .responds("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1d\"}")
                        .noting("empty-pool", CreatedIpPool.class, CreatedIpPool::poolId),
                POOLS.row("DELETE /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) -> pools.delete(notes.get("empty-pool", "658041ae44842b99ee2eaa1d")))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1d")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/ips/{ip}")
                        .calls((domainIps, notes) -> domainIps.remove(domain(notes), DomainIpRemoval.ofEverything()))
                        .sends("DELETE /v3/domains/example.com/ips/all")
                        .responds(SUCCESS));
    }
}
