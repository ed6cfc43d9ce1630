package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.IpsContract.SUCCESS;
import static io.github.mailgunreactor.contract.IpsContract.domain;
import static io.github.mailgunreactor.contract.IpsContract.domainId;
import static io.github.mailgunreactor.contract.IpsContract.ip;
import static io.github.mailgunreactor.contract.IpsContract.otherPool;
import static io.github.mailgunreactor.contract.IpsContract.pool;

import io.github.mailgunreactor.ips.DomainIpRemoval;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.IpPoolChange;
import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.ips.IpReplacement;
import java.util.List;

/** The rows of {@link DomainIpsApi}, and what must be done about pools between them. */
final class DomainIpsContract {
    private static final ContractRow.Calls<IpPoolsApi> POOLS = ContractRow.calls(IpPoolsApi::new);
    private static final ContractRow.Calls<DomainIpsApi> DOMAIN_IPS = ContractRow.calls(DomainIpsApi::new);

    private DomainIpsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                POOLS.row("PATCH /v3/ip_pools/{pool_id}")
                        .calls((pools, notes) ->
                                pools.change(pool(notes), IpPoolChange.none().unlinkDomain(domainId(notes))))
                        .sends("PATCH /v3/ip_pools/658041ae44842b99ee2eaa1b")
                        .multipart("unlink_domain", "698b9fda0c176132a9f4c00f")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("POST /v3/domains/{domain}/ips")
                        .calls((domainIps, notes) -> domainIps.linkPool(domain(notes), pool(notes)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("pool_id", "658041ae44842b99ee2eaa1b")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/ips/{ip}")
                        .calls((domainIps, notes) -> domainIps.remove(
                                domain(notes), DomainIpRemoval.ofLinkedPool(IpReplacement.ofPool(otherPool(notes)))))
                        .sends("DELETE /v3/domains/example.com/ips/ip_pool?pool_id=658041ae44842b99ee2eaa1c")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/pool/{ip}")
                        .calls((domainIps, notes) -> domainIps.removeFromPool(
                                domain(notes), DomainIpRemoval.ofLinkedPool(IpReplacement.ofPool(pool(notes)))))
                        .sends("DELETE /v3/domains/example.com/pool/ip_pool?pool_id=658041ae44842b99ee2eaa1b")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/ips/{ip}")
                        .calls((domainIps, notes) -> domainIps.remove(
                                domain(notes), DomainIpRemoval.ofLinkedPool(IpReplacement.ofSharedIp())))
                        .sends("DELETE /v3/domains/example.com/ips/ip_pool?ip=shared")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("POST /v3/domains/{domain}/ips")
                        .calls((domainIps, notes) -> domainIps.linkPool(domain(notes), pool(notes)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("pool_id", "658041ae44842b99ee2eaa1b")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/pool/{ip}")
                        .calls((domainIps, notes) -> domainIps.removeFromPool(
                                domain(notes), DomainIpRemoval.ofLinkedPool(IpReplacement.ofIp(ip(notes, 2)))))
                        .sends("DELETE /v3/domains/example.com/pool/ip_pool?ip=192.0.2.2")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("POST /v3/domains/{domain}/ips")
                        .calls((domainIps, notes) -> domainIps.add(domain(notes), ip(notes, 3)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("ip", "192.0.2.3")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/ips/{ip}")
                        .calls((domainIps, notes) ->
                                domainIps.remove(domain(notes), DomainIpRemoval.ofIp(ip(notes, 2))))
                        .sends("DELETE /v3/domains/example.com/ips/192.0.2.2")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("DELETE /v3/domains/{name}/pool/{ip}")
                        .calls((domainIps, notes) ->
                                domainIps.removeFromPool(domain(notes), DomainIpRemoval.ofIp(ip(notes, 3))))
                        .sends("DELETE /v3/domains/example.com/pool/192.0.2.3")
                        .responds(SUCCESS));
    }
}
