package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Paging;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.AssignableDomainFilter;
import io.github.mailgunreactor.ips.AssignableDomains;
import io.github.mailgunreactor.ips.CreatedIpPool;
import io.github.mailgunreactor.ips.DomainIpRemoval;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.DynamicIpPoolsApi;
import io.github.mailgunreactor.ips.DynamicPool;
import io.github.mailgunreactor.ips.DynamicPoolChange;
import io.github.mailgunreactor.ips.DynamicPoolDomainFilter;
import io.github.mailgunreactor.ips.DynamicPoolHistoryFilter;
import io.github.mailgunreactor.ips.DynamicPoolIps;
import io.github.mailgunreactor.ips.DynamicPoolReplacement;
import io.github.mailgunreactor.ips.DynamicPoolSort;
import io.github.mailgunreactor.ips.IpDetailFilter;
import io.github.mailgunreactor.ips.IpDomainFilter;
import io.github.mailgunreactor.ips.IpFilter;
import io.github.mailgunreactor.ips.IpPoolChange;
import io.github.mailgunreactor.ips.IpPoolDomains;
import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.ips.IpReplacement;
import io.github.mailgunreactor.ips.IpSettingsApi;
import io.github.mailgunreactor.ips.IpSettingsChange;
import io.github.mailgunreactor.ips.IpWarmupsApi;
import io.github.mailgunreactor.ips.IpsApi;
import io.github.mailgunreactor.ips.NewIpPool;
import io.github.mailgunreactor.ips.SortOrder;
import io.github.mailgunreactor.ips.SubaccountIpChange;
import io.github.mailgunreactor.ips.SubaccountIpPoolsApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of {@code api-ips}. */
final class IpsContract implements ContractTable {
    private static final int IPS = 9;
    private static final String SUCCESS = "{\"message\": \"success\"}";
    private static final String STARTED = "{\"message\": \"started\"}";
    private static final String BEGUN = """
            {"message": "started", "reference_id": "61926093321d1cba88f3b95b"}
            """;
    private static final String SPILLOVER = """
            {"extra_dedicated_ips": {"pool_id": "658041ae44842b99ee2eaa1b"}}
            """;

    @Override
    public String module() {
        return "api-ips";
    }

    /** A domain, a subaccount, and dedicated addresses for all that the rows do with them. */
    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        // A random UUID would block the event loop on which the table before this one ended.
        String name = "contract-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        String domain = name + ".example.com";
        Mono<?> newDomain = mailgun.exchange(POST.path("/v4/domains")
                        .multipart(Params.NONE.with("name", domain))
                        .asEmpty())
                .doOnSuccess(made -> notes.keep("domain", domain));
        Mono<?> newSubaccount = mailgun.send(POST.path("/v5/accounts/subaccounts")
                        .query("name", name)
                        .asText())
                .doOnNext(made -> notes.keep("subaccount", subaccountId(made)));
        IpsApi ips = new IpsApi(mailgun);
        Mono<?> newIps = Flux.range(0, IPS)
                .concatMap(i -> ips.requestNew())
                .then(ips.list(IpFilter.ALL.dedicated(true)))
                .doOnNext(list -> {
                    List<String> newest = list.items();
                    for (int i = 0; i < IPS; i++) {
                        notes.keep("ip" + i, newest.get(newest.size() - 1 - i));
                    }
                });
        return Mono.whenDelayError(newDomain, newSubaccount, newIps);
    }

    private static String subaccountId(String made) {
        Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(Json.readAny(made.getBytes(StandardCharsets.UTF_8)));
        Map<?, ?> subaccount = (Map<?, ?>) Objects.requireNonNull(answer.get("subaccount"));
        return String.valueOf(subaccount.get("id"));
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        ips(),
                        ipsOfDomains(),
                        pools(),
                        settings(),
                        poolsOfDomains(),
                        subaccounts(),
                        warmups(),
                        dynamicPools(),
                        assignments(),
                        removals())
                .flatMap(List::stream)
                .toList();
    }

    private static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    private static String domainId(Notes notes) {
        return notes.get("domain-id", "698b9fda0c176132a9f4c00f");
    }

    private static String pool(Notes notes) {
        return notes.get("pool", "658041ae44842b99ee2eaa1b");
    }

    private static String otherPool(Notes notes) {
        return notes.get("other-pool", "658041ae44842b99ee2eaa1c");
    }

    private static String subaccount(Notes notes) {
        return notes.get("subaccount", "698b9fda0c176132a9f4c020");
    }

    /** The first four are for what a row does to one address, the others for pools. */
    private static String ip(Notes notes, int number) {
        return notes.get("ip" + number, "192.0.2." + number);
    }

    private static @Nullable String cursor(@Nullable Paging paging) {
        if (paging == null || paging.next() == null) {
            return null;
        }
        URI next = URI.create(paging.next());
        return next.getRawPath() + '?' + next.getRawQuery();
    }

    @SuppressWarnings("deprecation") // old operations are in the contract as long as the library has them
    private static List<ContractRow> ips() {
        return List.of(
                ContractRow.of("POST /v3/ips/request/new", (mailgun, notes) -> new IpsApi(mailgun).requestNew())
                        .sends("POST /v3/ips/request/new")
                        .answer(SUCCESS),
                ContractRow.of("GET /v3/ips/request/new", (mailgun, notes) -> new IpsApi(mailgun).available())
                        .sends("GET /v3/ips/request/new")
                        .answer("{\"allowed\": {\"dedicated\": 1, \"shared\": 2}}"),
                ContractRow.of(
                                "GET /v3/ips",
                                (mailgun, notes) -> new IpsApi(mailgun)
                                        .list(IpFilter.ALL.dedicated(true).enabled(true)))
                        .sends("GET /v3/ips?dedicated=true&enabled=true")
                        .answer("""
                                {"assignable_to_pools": ["5.6.7.8"], "items": ["1.2.3.4", "5.6.7.8"], "total_count": 2,
                                 "details": [
                                   {"ip": "1.2.3.4", "is_on_warmup": true, "dedicated": true, "enabled": true},
                                   {"ip": "5.6.7.8"}]}
                                """),
                ContractRow.of("GET /v3/ips", (mailgun, notes) -> new IpsApi(mailgun).list())
                        .sends("GET /v3/ips")
                        .answer("{\"items\": [\"192.161.0.1\", \"192.168.0.2\"], \"total_count\": 2}"),
                ContractRow.of("GET /v3/ips/{ip}", (mailgun, notes) -> new IpsApi(mailgun).get(ip(notes, 0)))
                        .sends("GET /v3/ips/192.0.2.0")
                        .answer("{\"dedicated\": true, \"ip\": \"192.0.2.0\", \"rdns\": \"ip192-0-2-0.mailgun.net\"}"),
                ContractRow.of(
                                "GET /v3/ips/details/all",
                                (mailgun, notes) -> new IpsApi(mailgun)
                                        .details(IpDetailFilter.ALL
                                                .limit(10)
                                                .pool(IpDetailFilter.NONE)
                                                .domain(IpDetailFilter.ANY)
                                                .subaccount(subaccount(notes))
                                                .ip("192.0.")
                                                .sortBy("address")
                                                .sortOrder(SortOrder.DESCENDING))
                                        .startingAt("0"))
                        .sends("GET /v3/ips/details/all?limit=10&pool_id=none&domain_id=any"
                                + "&subaccount_id=698b9fda0c176132a9f4c020&ip=192.0.&sort_by=address"
                                + "&sort_order=descending&skip=0")
                        .answer("""
                                {"items": [
                                   {"address": "192.0.2.0", "parent_account_id": "698b9fda0c176132a9f4c017",
                                    "account_id": "698b9fda0c176132a9f4c020", "pool_ids": ["658041ae44842b99ee2eaa1b"],
                                    "dedicated": true, "created_at": "2025-06-03T21:33:55Z",
                                    "pool_last_modified_at": "2025-06-04T21:33:55Z",
                                    "domains_last_modified_at": "2025-06-05T21:33:55Z"}],
                                 "total_count": 1}
                                """),
                ContractRow.of(
                                "POST /v3/ips/{addr}/ip_band",
                                (mailgun, notes) -> new IpsApi(mailgun).placeInBand(ip(notes, 0), "band-1"))
                        .sends("POST /v3/ips/192.0.2.0/ip_band")
                        .multipart("ip_band", "band-1")
                        .answer(SUCCESS));
    }

    private static List<ContractRow> ipsOfDomains() {
        return List.of(
                ContractRow.of(
                                "POST /v3/domains/{domain}/ips",
                                (mailgun, notes) -> new DomainIpsApi(mailgun).assign(domain(notes), ip(notes, 0)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("ip", "192.0.2.0")
                        .answer(SUCCESS),
                ContractRow.of(
                                "GET /v3/domains/{domain}/ips",
                                (mailgun, notes) -> new DomainIpsApi(mailgun).list(domain(notes)))
                        .sends("GET /v3/domains/example.com/ips")
                        .answer("{\"items\": [\"192.0.2.0\", \"192.0.2.1\"], \"total_count\": 2}"),
                ContractRow.of(
                                "GET /v3/ips/{ip}/domains",
                                (mailgun, notes) -> new IpsApi(mailgun)
                                        .domains(
                                                ip(notes, 0),
                                                IpDomainFilter.ALL.limit(10).search("example.com"))
                                        .startingAt("0"))
                        .sends("GET /v3/ips/192.0.2.0/domains?limit=10&search=example.com&skip=0")
                        .answer("""
                                {"items": [
                                   {"ips": ["192.0.2.0", "192.0.2.1"], "domain": "one.example.com",
                                    "linked_at": "2025-06-03T21:33:55Z"},
                                   {"ips": ["192.0.2.0"], "domain": "two.example.com"}],
                                 "total_count": 2}
                                """),
                ContractRow.of(
                                "POST /v3/ips/{ip}/domains",
                                (mailgun, notes) -> new IpsApi(mailgun).assignToAllDomains(ip(notes, 1)))
                        .sends("POST /v3/ips/192.0.2.1/domains")
                        .answer(BEGUN),
                ContractRow.of(
                                "DELETE /v3/ips/{ip}/domains",
                                (mailgun, notes) -> new IpsApi(mailgun).replaceAtAllDomains(ip(notes, 1), ip(notes, 2)))
                        .sends("DELETE /v3/ips/192.0.2.1/domains?alternative=192.0.2.2")
                        .answer(BEGUN),
                ContractRow.of(
                                "DELETE /v3/ips/{ip}/domains",
                                (mailgun, notes) -> new IpsApi(mailgun).removeFromAllDomains(ip(notes, 2)))
                        .sends("DELETE /v3/ips/192.0.2.2/domains")
                        .answer(BEGUN));
    }

    private static List<ContractRow> pools() {
        return List.of(
                ContractRow.of(
                                "POST /v3/ip_pools",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .create(NewIpPool.of("receipts", "What customers wait for")
                                                .ip(ip(notes, 1))
                                                .ip(ip(notes, 2))))
                        .sends("POST /v3/ip_pools")
                        .multipart(
                                "name", "receipts",
                                "description", "What customers wait for",
                                "ip", "192.0.2.1",
                                "ip", "192.0.2.2")
                        .answer("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1b\"}")
                        .noting("pool", CreatedIpPool.class, CreatedIpPool::poolId),
                ContractRow.of(
                                "POST /v3/ip_pools",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .create(NewIpPool.of("offers", "What customers can do without")))
                        .sends("POST /v3/ip_pools")
                        .multipart("name", "offers", "description", "What customers can do without")
                        .answer("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1c\"}")
                        .noting("other-pool", CreatedIpPool.class, CreatedIpPool::poolId),
                ContractRow.of(
                                "POST /v3/ip_pools/{pool_id}/ips.json",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .addIps(otherPool(notes), List.of(ip(notes, 3), ip(notes, 4))))
                        .sends("POST /v3/ip_pools/658041ae44842b99ee2eaa1c/ips.json")
                        .json("{\"ips\": [\"192.0.2.3\", \"192.0.2.4\"]}")
                        .answer(STARTED),
                ContractRow.of(
                                "DELETE /v3/ip_pools/{pool_id}/ips/{ip}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).removeIp(otherPool(notes), ip(notes, 3)))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1c/ips/192.0.2.3")
                        .answer(STARTED),
                ContractRow.of(
                                "PUT /v3/ip_pools/{pool_id}/ips/{ip}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).addIp(pool(notes), ip(notes, 3)))
                        .sends("PUT /v3/ip_pools/658041ae44842b99ee2eaa1b/ips/192.0.2.3")
                        .answer(STARTED),
                ContractRow.of(
                                "GET /v3/domains/dynamic_pools/assignable",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .assignableDomains(AssignableDomainFilter.ALL.domain(domain(notes))))
                        .sends("GET /v3/domains/dynamic_pools/assignable?domain=example.com")
                        .answer("""
                                {"items": [{"account_id": "698b9fda0c176132a9f4c010", "id": "698b9fda0c176132a9f4c00f",
                                            "name": "example.com"}]}
                                """)
                        .noting(
                                "domain-id",
                                AssignableDomains.class,
                                domains -> domains.items().stream()
                                        .map(AssignableDomains.AssignableDomain::id)
                                        .findFirst()
                                        .orElse(null)),
                ContractRow.of(
                                "PATCH /v3/ip_pools/{pool_id}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .change(
                                                pool(notes),
                                                IpPoolChange.NONE
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
                        .answer(SUCCESS),
                ContractRow.of("GET /v3/ip_pools", (mailgun, notes) -> new IpPoolsApi(mailgun).list())
                        .sends("GET /v3/ip_pools")
                        .answer("""
                                {"message": "success", "ip_pools": [
                                   {"description": "What customers must get", "ips": ["192.0.2.0", "192.0.2.1"],
                                    "is_inherited": true, "is_linked": true, "name": "receipts and invoices",
                                    "pool_id": "658041ae44842b99ee2eaa1b", "metadata": {"assignments": {
                                      "192.0.2.1": {"linked_at": "2025-06-03T21:33:55Z"}}}}]}
                                """),
                ContractRow.of(
                                "GET /v3/ip_pools/{pool_id}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).get(pool(notes)))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b")
                        .answer("""
                                {"message": "success", "details": {
                                   "description": "What customers must get", "ips": ["192.0.2.0", "192.0.2.1"],
                                   "is_linked": true, "linked_domains": ["a.example.com", "b.example.com"],
                                   "name": "receipts and invoices", "pool_id": "658041ae44842b99ee2eaa1b"}}
                                """),
                ContractRow.of(
                                "GET /v3/ip_pools/{pool_id}/domains",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).domains(pool(notes)))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b/domains?limit=500")
                        .answer("""
                                {"domains": [{"id": "698b9fda0c176132a9f4c01c", "name": "example1.com"},
                                             {"id": "698b9fda0c176132a9f4c01d", "name": "example2.com"}],
                                 "paging": {
                                   "first": "https://api.mailgun.net/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJh",
                                   "next": "https://api.mailgun.net/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj"}}
                                """)
                        .noting("pool-page", IpPoolDomains.class, page -> cursor(page.paging())),
                ContractRow.of(
                                "GET /v3/ip_pools/{pool_id}/domains",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .domains(pool(notes))
                                        .startingAt(notes.get(
                                                "pool-page",
                                                "/v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj")))
                        .sends("GET /v3/ip_pools/658041ae44842b99ee2eaa1b/domains?page=eyJj")
                        .answer("{\"domains\": [], \"paging\": {}}"));
    }

    private static List<ContractRow> settings() {
        return List.of(
                ContractRow.of(
                                "PATCH /v3/ips/account/settings",
                                (mailgun, notes) -> new IpSettingsApi(mailgun)
                                        .changeAccount(IpSettingsChange.spillInto(pool(notes))))
                        .sends("PATCH /v3/ips/account/settings")
                        .json(SPILLOVER)
                        .answer(SUCCESS),
                ContractRow.of("GET /v3/ips/account/settings", (mailgun, notes) -> new IpSettingsApi(mailgun).account())
                        .sends("GET /v3/ips/account/settings")
                        .answer(SPILLOVER),
                ContractRow.of(
                                "PATCH /v3/ips/account/settings",
                                (mailgun, notes) ->
                                        new IpSettingsApi(mailgun).changeAccount(IpSettingsChange.withoutSpillover()))
                        .sends("PATCH /v3/ips/account/settings")
                        .json("{\"extra_dedicated_ips\": {\"pool_id\": null}}")
                        .answer("{\"extra_dedicated_ips\": {\"pool_id\": \"\"}}"),
                ContractRow.of(
                                "PATCH /v3/ips/domain/{name}",
                                (mailgun, notes) -> new IpSettingsApi(mailgun)
                                        .changeDomain(domain(notes), IpSettingsChange.spillInto(pool(notes))))
                        .sends("PATCH /v3/ips/domain/example.com")
                        .json(SPILLOVER)
                        .answer(SUCCESS),
                ContractRow.of(
                                "GET /v3/ips/domain/{name}",
                                (mailgun, notes) -> new IpSettingsApi(mailgun).domain(domain(notes)))
                        .sends("GET /v3/ips/domain/example.com")
                        .answer(SPILLOVER),
                ContractRow.of(
                                "PATCH /v3/ips/domain/{name}",
                                (mailgun, notes) -> new IpSettingsApi(mailgun)
                                        .changeDomain(domain(notes), IpSettingsChange.withoutSpillover()))
                        .sends("PATCH /v3/ips/domain/example.com")
                        .json("{\"extra_dedicated_ips\": {\"pool_id\": null}}")
                        .answer(SUCCESS));
    }

    private static List<ContractRow> poolsOfDomains() {
        return List.of(
                ContractRow.of(
                                "PATCH /v3/ip_pools/{pool_id}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .change(pool(notes), IpPoolChange.NONE.unlinkDomain(domainId(notes))))
                        .sends("PATCH /v3/ip_pools/658041ae44842b99ee2eaa1b")
                        .multipart("unlink_domain", "698b9fda0c176132a9f4c00f")
                        .answer(SUCCESS),
                ContractRow.of(
                                "POST /v3/domains/{domain}/ips",
                                (mailgun, notes) -> new DomainIpsApi(mailgun).linkPool(domain(notes), pool(notes)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("pool_id", "658041ae44842b99ee2eaa1b")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/ips/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .remove(
                                                domain(notes),
                                                DomainIpRemoval.linkedPool(IpReplacement.pool(otherPool(notes)))))
                        .sends("DELETE /v3/domains/example.com/ips/ip_pool?pool_id=658041ae44842b99ee2eaa1c")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/pool/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .removeFromPool(
                                                domain(notes),
                                                DomainIpRemoval.linkedPool(IpReplacement.pool(pool(notes)))))
                        .sends("DELETE /v3/domains/example.com/pool/ip_pool?pool_id=658041ae44842b99ee2eaa1b")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/ips/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .remove(domain(notes), DomainIpRemoval.linkedPool(IpReplacement.shared())))
                        .sends("DELETE /v3/domains/example.com/ips/ip_pool?ip=shared")
                        .answer(SUCCESS),
                ContractRow.of(
                                "POST /v3/domains/{domain}/ips",
                                (mailgun, notes) -> new DomainIpsApi(mailgun).linkPool(domain(notes), pool(notes)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("pool_id", "658041ae44842b99ee2eaa1b")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/pool/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .removeFromPool(
                                                domain(notes),
                                                DomainIpRemoval.linkedPool(IpReplacement.ip(ip(notes, 2)))))
                        .sends("DELETE /v3/domains/example.com/pool/ip_pool?ip=192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "POST /v3/domains/{domain}/ips",
                                (mailgun, notes) -> new DomainIpsApi(mailgun).assign(domain(notes), ip(notes, 3)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("ip", "192.0.2.3")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/ips/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .remove(domain(notes), DomainIpRemoval.ip(ip(notes, 2))))
                        .sends("DELETE /v3/domains/example.com/ips/192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/pool/{ip}",
                                (mailgun, notes) -> new DomainIpsApi(mailgun)
                                        .removeFromPool(domain(notes), DomainIpRemoval.ip(ip(notes, 3))))
                        .sends("DELETE /v3/domains/example.com/pool/192.0.2.3")
                        .answer(SUCCESS));
    }

    @SuppressWarnings("deprecation") // old operations are in the contract as long as the library has them
    private static List<ContractRow> subaccounts() {
        return List.of(
                ContractRow.of(
                                "PUT /v3/ip_pools/{pool_id}/delegate",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).delegate(pool(notes), subaccount(notes)))
                        .sends("PUT /v3/ip_pools/658041ae44842b99ee2eaa1b/delegate")
                        .multipart("subaccount_id", "698b9fda0c176132a9f4c020")
                        .answer(SUCCESS),
                ContractRow.of(
                                "GET /v5/accounts/subaccounts/ip_pools/all",
                                (mailgun, notes) -> new SubaccountIpPoolsApi(mailgun).list())
                        .sends("GET /v5/accounts/subaccounts/ip_pools/all")
                        .answer("""
                                {"items": [
                                   {"pool_id": "698b9fda0c176132a9f4c01e", "subaccount_id": "698b9fda0c176132a9f4c020"},
                                   {"pool_id": null, "subaccount_id": "698b9fda0c176132a9f4c021"}],
                                 "total_count": 2}
                                """),
                ContractRow.of(
                                "DELETE /v3/ip_pools/{pool_id}/delegate",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).revoke(pool(notes), subaccount(notes)))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1b/delegate")
                        .multipart("subaccount_id", "698b9fda0c176132a9f4c020")
                        .answer(SUCCESS),
                ContractRow.of(
                                "PUT /v5/accounts/subaccounts/{subaccountId}/ip_pool",
                                (mailgun, notes) ->
                                        new SubaccountIpPoolsApi(mailgun).delegate(subaccount(notes), pool(notes)))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip_pool")
                        .form("pool_id", "658041ae44842b99ee2eaa1b")
                        .answer(BEGUN),
                ContractRow.of(
                                "DELETE /v5/accounts/subaccounts/{subaccountId}/ip_pool",
                                (mailgun, notes) ->
                                        new SubaccountIpPoolsApi(mailgun).revoke(subaccount(notes), pool(notes)))
                        .sends("DELETE /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip_pool"
                                + "?pool_id=658041ae44842b99ee2eaa1b")
                        .answer(BEGUN),
                ContractRow.of(
                                "PUT /v5/accounts/subaccounts/{subaccountId}/ip",
                                (mailgun, notes) ->
                                        new SubaccountIpPoolsApi(mailgun).linkIp(subaccount(notes), ip(notes, 2)))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/ip")
                        .form("ip", "192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "PATCH /v3/ips/subaccounts",
                                (mailgun, notes) -> new IpsApi(mailgun)
                                        .changeSubaccounts(SubaccountIpChange.forSubaccount(subaccount(notes))
                                                .link(ip(notes, 3))
                                                .unlink(ip(notes, 2))))
                        .sends("PATCH /v3/ips/subaccounts")
                        .form(
                                "subaccount_id", "698b9fda0c176132a9f4c020",
                                "link_ip", "192.0.2.3",
                                "unlink_ip", "192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "PATCH /v3/ips/subaccounts",
                                (mailgun, notes) -> new IpsApi(mailgun)
                                        .changeSubaccounts(SubaccountIpChange.forAllSubaccounts()
                                                .unlink(ip(notes, 2))
                                                .unlink(ip(notes, 3))))
                        .sends("PATCH /v3/ips/subaccounts")
                        .form(
                                "all_subaccounts", "true",
                                "unlink_ip", "192.0.2.2",
                                "unlink_ip", "192.0.2.3")
                        .answer("{\"message\": \"queued\"}"));
    }

    private static List<ContractRow> warmups() {
        return List.of(
                ContractRow.of(
                                "POST /v3/ip_warmups/{addr}",
                                (mailgun, notes) -> new IpWarmupsApi(mailgun).start(ip(notes, 2)))
                        .sends("POST /v3/ip_warmups/192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of("GET /v3/ip_warmups", (mailgun, notes) -> new IpWarmupsApi(mailgun).list())
                        .sends("GET /v3/ip_warmups")
                        .answer("""
                                {"items": [
                                   {"ip": "192.0.2.2", "sent_within_stage": "25%", "throttle": 78, "stage_number": 3,
                                    "stage_start_volume": 14000, "stage_start_time": "2025-01-01T00:00:00Z",
                                    "stage_volume_limit": 4000}],
                                 "paging": {"first": "https://api.mailgun.net/v3/ip_warmups?page=eyJh",
                                            "next": "https://api.mailgun.net/v3/ip_warmups?page=eyJj"}}
                                """),
                ContractRow.of(
                                "GET /v3/ip_warmups",
                                (mailgun, notes) ->
                                        new IpWarmupsApi(mailgun).list(20).startingAt("/v3/ip_warmups?limit=20&page="))
                        .sends("GET /v3/ip_warmups?limit=20&page=")
                        .answer("{\"items\": [], \"paging\": {}}"),
                ContractRow.of(
                                "GET /v3/ip_warmups/{addr}",
                                (mailgun, notes) -> new IpWarmupsApi(mailgun).get(ip(notes, 2)))
                        .sends("GET /v3/ip_warmups/192.0.2.2")
                        .answer("""
                                {"details": {
                                   "sent_within_stage": "20%", "throttle": 78, "start_volume": 10000, "stage": 2,
                                   "stage_limit": 4000, "hourly_limit": 100,
                                   "stage_started_at": "2025-01-01T00:00:00Z",
                                   "hour_started_at": "2025-01-01T00:00:00Z",
                                   "plan_started_at": "2025-01-01T00:00:00Z",
                                   "plan_last_updated_at": "2025-01-01T00:00:00Z", "total_stages": 15,
                                   "stage_history": [
                                     {"first_updated_at": "0001-01-01T00:00:00Z",
                                      "completed_at": "2025-06-03T21:33:55.000000123Z", "limit": 1000},
                                     {"first_updated_at": "2025-06-03T21:33:55Z",
                                      "completed_at": "2025-06-04T18:11:20.000000456Z", "limit": 2000}]}}
                                """),
                ContractRow.of(
                                "DELETE /v3/ip_warmups/{addr}",
                                (mailgun, notes) -> new IpWarmupsApi(mailgun).cancel(ip(notes, 2)))
                        .sends("DELETE /v3/ip_warmups/192.0.2.2")
                        .answer(SUCCESS));
    }

    private static List<ContractRow> dynamicPools() {
        return List.of(
                ContractRow.of(
                                "POST /v3/dynamic_pools/all",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .setIps(DynamicPoolIps.NONE
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
                        .answer("""
                                {"good_reputation": ["192.0.2.5", "192.0.2.6"], "poor_reputation": ["192.0.2.7"],
                                 "new_senders": ["192.0.2.8"]}
                                """),
                ContractRow.of("GET /v3/dynamic_pools", (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).list())
                        .sends("GET /v3/dynamic_pools")
                        .answer("""
                                {"good_reputation": ["192.0.2.5", "192.0.2.6"], "poor_reputation": ["192.0.2.7"],
                                 "new_senders": ["192.0.2.8"],
                                 "pools": [
                                   {"account_id": "698b9fda0c176132a9f4c017", "enabled": true,
                                    "id": "698b9fda0c176132a9f4c018", "ips": ["192.0.2.5", "192.0.2.6"],
                                    "name": "dynamic_good"}]}
                                """),
                ContractRow.of(
                                "POST /v3/dynamic_pools/{pool_name}/{ip}",
                                (mailgun, notes) ->
                                        new DynamicIpPoolsApi(mailgun).addIp(DynamicPool.POOR, ip(notes, 2)))
                        .sends("POST /v3/dynamic_pools/dynamic_poor/192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "PATCH /v3/dynamic_pools/{pool_name}",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .change(
                                                DynamicPool.POOR,
                                                DynamicPoolChange.NONE
                                                        .addIp(ip(notes, 3))
                                                        .removeIp(ip(notes, 2))))
                        .sends("PATCH /v3/dynamic_pools/dynamic_poor")
                        .multipart("add_ip", "192.0.2.3", "remove_ip", "192.0.2.2")
                        .answer(SUCCESS));
    }

    private static List<ContractRow> assignments() {
        return List.of(
                ContractRow.of(
                                "GET /v3/domains/dynamic_pools/assignable",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .assignableDomains(AssignableDomainFilter.ALL
                                                .subaccount(subaccount(notes))
                                                .domain("^shop\\.")))
                        .sends("GET /v3/domains/dynamic_pools/assignable"
                                + "?subaccount_id=698b9fda0c176132a9f4c020&domain=%5Eshop%5C.")
                        .answer("{\"items\": []}"),
                ContractRow.of(
                                "POST /v3/domains/{name}/dynamic_pools",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).enroll(domain(notes), "shared"))
                        .sends("POST /v3/domains/example.com/dynamic_pools?replacement_ip=shared")
                        .answer(SUCCESS),
                ContractRow.of(
                                "GET /v1/dynamic_pools/domains",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .domains(DynamicPoolDomainFilter.ALL
                                                .limit(50)
                                                .account("68d16780d1ffb196ac7b2cc9")
                                                .account("68d16780d1ffb196ac7b2ccb")
                                                .pool(DynamicPool.GOOD)
                                                .pool(DynamicPool.NEW)
                                                .sortBy(DynamicPoolSort.BOUNCE_RATE)
                                                .sortOrder(SortOrder.DESCENDING)))
                        .sends("GET /v1/dynamic_pools/domains?limit=50&account=68d16780d1ffb196ac7b2cc9"
                                + "&account=68d16780d1ffb196ac7b2ccb&pool=dynamic_good&pool=dynamic_new"
                                + "&sort_by=bounce_rate&sort_order=descending")
                        .answer("""
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
                ContractRow.of(
                                "GET /v1/dynamic_pools/domains",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).domains(DynamicPoolDomainFilter.ALL))
                        .sends("GET /v1/dynamic_pools/domains?limit=100")
                        .answer("{\"items\": [], \"total_items\": 0, \"paging\": {}}"),
                ContractRow.of(
                                "GET /v1/dynamic_pools/domains/{name}/preview",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).preview(domain(notes)))
                        .sends("GET /v1/dynamic_pools/domains/example.com/preview")
                        .answer("""
                                {"pool": "dynamic_poor", "results": {
                                   "bounce_rate": {"value": 0.25, "band": "dynamic_poor"},
                                   "complaint_rate": {"value": 0.0002, "band": "dynamic_good"},
                                   "processed_count": {"value": 25000, "band": "dynamic_good"}}}
                                """),
                ContractRow.of(
                                "PUT /v1/dynamic_pools/domains/{name}/override",
                                (mailgun, notes) ->
                                        new DynamicIpPoolsApi(mailgun).overridePool(domain(notes), DynamicPool.GOOD))
                        .sends("PUT /v1/dynamic_pools/domains/example.com/override")
                        .multipart("pool", "dynamic_good")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v1/dynamic_pools/domains/{name}/override",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).removeOverride(domain(notes)))
                        .sends("DELETE /v1/dynamic_pools/domains/example.com/override")
                        .answer(SUCCESS),
                ContractRow.of(
                                "GET /v1/dynamic_pools/domains/{name}/history",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).domainHistory(domain(notes)))
                        .sends("GET /v1/dynamic_pools/domains/example.com/history")
                        .answer("""
                                {"id": "000000000000000000000000", "owning_account_id": "000000000000000000000000",
                                 "account_id": "68d16780d1ffb196ac7b2ccd", "account_name": "Example",
                                 "domain_id": "68d16780d1ffb196ac7b2ccc", "domain_name": "example.com",
                                 "new_band": "dynamic_good", "prev_band": "dynamic_poor",
                                 "reason": "Multiple metrics in good threshold", "bounce_rate": 0.2,
                                 "complaint_rate": 0.1, "processed_count": 100, "initiated_by": "system",
                                 "timestamp": "2025-09-22T11:13:04.740262-04:00"}
                                """),
                ContractRow.of(
                                "GET /v1/dynamic_pools/history",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .history(DynamicPoolHistoryFilter.ALL
                                                .limit(20)
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
                        .answer("""
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
                ContractRow.of(
                                "DELETE /v3/domains/{name}/dynamic_pools",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .remove(domain(notes), DynamicPoolReplacement.ips(List.of(ip(notes, 2)))))
                        .sends("DELETE /v3/domains/example.com/dynamic_pools?replacement_ip=192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "POST /v3/domains/{name}/dynamic_pools",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).enroll(domain(notes), ip(notes, 2)))
                        .sends("POST /v3/domains/example.com/dynamic_pools?replacement_ip=192.0.2.2")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/dynamic_pools",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun)
                                        .remove(domain(notes), DynamicPoolReplacement.pool(pool(notes))))
                        .sends("DELETE /v3/domains/example.com/dynamic_pools"
                                + "?replacement_pool_id=658041ae44842b99ee2eaa1b")
                        .answer(SUCCESS),
                ContractRow.of(
                                "POST /v3/domains/all/dynamic_pools/enroll",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).enrollAll(true))
                        .sends("POST /v3/domains/all/dynamic_pools/enroll?include_subaccounts=true")
                        .answer(STARTED));
    }

    private static List<ContractRow> removals() {
        return List.of(
                ContractRow.of(
                                "DELETE /v3/dynamic_pools/all",
                                (mailgun, notes) -> new DynamicIpPoolsApi(mailgun).removeAll())
                        .sends("DELETE /v3/dynamic_pools/all")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/ip_pools/{pool_id}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .delete(pool(notes), IpReplacement.pool(otherPool(notes))))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1b?pool_id=658041ae44842b99ee2eaa1c")
                        .answer(STARTED),
                ContractRow.of(
                                "DELETE /v3/ip_pools/{pool_id}",
                                (mailgun, notes) ->
                                        new IpPoolsApi(mailgun).delete(otherPool(notes), IpReplacement.shared()))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1c?ip=shared")
                        .answer("{\"allowed\": {\"dedicated\": 1, \"shared\": 2}}"),
                ContractRow.of(
                                "POST /v3/ip_pools",
                                (mailgun, notes) -> new IpPoolsApi(mailgun).create(NewIpPool.of("empty", "Of no use")))
                        .sends("POST /v3/ip_pools")
                        .multipart("name", "empty", "description", "Of no use")
                        .answer("{\"message\": \"success\", \"pool_id\": \"658041ae44842b99ee2eaa1d\"}")
                        .noting("empty-pool", CreatedIpPool.class, CreatedIpPool::poolId),
                ContractRow.of(
                                "DELETE /v3/ip_pools/{pool_id}",
                                (mailgun, notes) -> new IpPoolsApi(mailgun)
                                        .delete(notes.get("empty-pool", "658041ae44842b99ee2eaa1d")))
                        .sends("DELETE /v3/ip_pools/658041ae44842b99ee2eaa1d")
                        .answer(SUCCESS),
                ContractRow.of(
                                "DELETE /v3/domains/{name}/ips/{ip}",
                                (mailgun, notes) ->
                                        new DomainIpsApi(mailgun).remove(domain(notes), DomainIpRemoval.everything()))
                        .sends("DELETE /v3/domains/example.com/ips/all")
                        .answer(SUCCESS));
    }
}
