package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Paging;
import io.github.mailgunreactor.ips.DomainIpsApi;
import io.github.mailgunreactor.ips.IpDetailFilter;
import io.github.mailgunreactor.ips.IpDomainFilter;
import io.github.mailgunreactor.ips.IpFilter;
import io.github.mailgunreactor.ips.IpSort;
import io.github.mailgunreactor.ips.IpSortOrder;
import io.github.mailgunreactor.ips.IpsApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of {@code api-ips}. */
final class IpsContract implements ContractTable {
    private static final ContractRow.Calls<IpsApi> IPS = ContractRow.calls(IpsApi::new);
    private static final ContractRow.Calls<DomainIpsApi> DOMAIN_IPS = ContractRow.calls(DomainIpsApi::new);
    private static final int ADDRESSES = 9;
    static final String SUCCESS = "{\"message\": \"success\"}";
    static final String STARTED = "{\"message\": \"started\"}";
    static final String BEGUN = """
            {"message": "started", "reference_id": "61926093321d1cba88f3b95b"}
            """;

    @Override
    public String module() {
        return "api-ips";
    }

    /** A domain, a subaccount, and dedicated addresses for all that the rows do with them. */
    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        Mono<?> newDomain = ContractDomain.make(mailgun, notes);
        Mono<?> newSubaccount = mailgun.send(POST.path("/v5/accounts/subaccounts")
                        .query("name", ContractDomain.newName())
                        .asText())
                .doOnNext(made -> notes.keep("subaccount", subaccountId(made)));
        IpsApi ips = new IpsApi(mailgun);
        Mono<?> newIps = Flux.range(0, ADDRESSES)
                .concatMap(i -> ips.requestNew())
                .thenMany(ips.list(IpFilter.all().dedicated(true)))
                .collectList()
                .doOnNext(newest -> {
                    for (int i = 0; i < ADDRESSES; i++) {
                        notes.keep("ip" + i, newest.get(newest.size() - 1 - i));
                    }
                });
        return Mono.whenDelayError(newDomain, newSubaccount, newIps);
    }

    private static String subaccountId(String made) {
        Map<?, ?> body = (Map<?, ?>) Objects.requireNonNull(Json.readAny(made.getBytes(StandardCharsets.UTF_8)));
        Map<?, ?> subaccount = (Map<?, ?>) Objects.requireNonNull(body.get("subaccount"));
        return String.valueOf(subaccount.get("id"));
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        ips(),
                        ipsOfDomains(),
                        IpPoolsContract.rows(),
                        IpSettingsContract.rows(),
                        DomainIpsContract.rows(),
                        SubaccountIpPoolsContract.rows(),
                        IpWarmupsContract.rows(),
                        DynamicIpPoolsContract.rows(),
                        DynamicIpPoolsContract.assignments(),
                        IpPoolsContract.removals())
                .flatMap(List::stream)
                .toList();
    }

    static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    static String domainId(Notes notes) {
        return notes.get("domain-id", "698b9fda0c176132a9f4c00f");
    }

    static String pool(Notes notes) {
        return notes.get("pool", "658041ae44842b99ee2eaa1b");
    }

    static String otherPool(Notes notes) {
        return notes.get("other-pool", "658041ae44842b99ee2eaa1c");
    }

    static String subaccount(Notes notes) {
        return notes.get("subaccount", "698b9fda0c176132a9f4c020");
    }

    /** The first four are for what a row does to one address, the others for pools. */
    static String ip(Notes notes, int number) {
        return notes.get("ip" + number, "192.0.2." + number);
    }

    static @Nullable String cursor(@Nullable Paging paging) {
        if (paging == null || paging.next() == null) {
            return null;
        }
        URI next = URI.create(paging.next());
        return next.getRawPath() + '?' + next.getRawQuery();
    }

    @SuppressWarnings("deprecation") // old operations are in the contract as long as the library has them
    private static List<ContractRow> ips() {
        return List.of(
                IPS.row("POST /v3/ips/request/new")
                        .calls((ips, notes) -> ips.requestNew())
                        .sends("POST /v3/ips/request/new")
                        .responds(SUCCESS),
                IPS.row("GET /v3/ips/request/new")
                        .calls((ips, notes) -> ips.getAvailable())
                        .sends("GET /v3/ips/request/new")
                        .responds("{\"allowed\": {\"dedicated\": 1, \"shared\": 2}}"),
                IPS.row("GET /v3/ips")
                        .calls((ips, notes) ->
                                ips.list(IpFilter.all().dedicated(true).enabled(true)))
                        .sends("GET /v3/ips?dedicated=true&enabled=true")
                        .responds("""
                                {"assignable_to_pools": ["5.6.7.8"], "items": ["1.2.3.4", "5.6.7.8"], "total_count": 2,
                                 "details": [
                                   {"ip": "1.2.3.4", "is_on_warmup": true, "dedicated": true, "enabled": true},
                                   {"ip": "5.6.7.8"}]}
                                """),
                IPS.row("GET /v3/ips")
                        .calls((ips, notes) -> ips.list())
                        .sends("GET /v3/ips")
                        .responds("{\"items\": [\"192.161.0.1\", \"192.168.0.2\"], \"total_count\": 2}"),
                IPS.row("GET /v3/ips/{ip}")
                        .calls((ips, notes) -> ips.get(ip(notes, 0)))
                        .sends("GET /v3/ips/192.0.2.0")
                        .responds(
                                "{\"dedicated\": true, \"ip\": \"192.0.2.0\", \"rdns\": \"ip192-0-2-0.mailgun.net\"}"),
                IPS.row("GET /v3/ips/details/all")
                        .calls((ips, notes) -> ips.listDetails(IpDetailFilter.all()
                                        .pageSize(10)
                                        .pool(IpDetailFilter.WITHOUT)
                                        .domain(IpDetailFilter.ANY)
                                        .subaccount(subaccount(notes))
                                        .ip("192.0.")
                                        .sortBy(IpSort.ADDRESS)
                                        .sortOrder(IpSortOrder.DESCENDING))
                                .startingAt("0"))
                        .sends("GET /v3/ips/details/all?limit=10&pool_id=none&domain_id=any"
                                + "&subaccount_id=698b9fda0c176132a9f4c020&ip=192.0.&sort_by=address"
                                + "&sort_order=descending&skip=0")
                        .responds("""
                                {"items": [
                                   {"address": "192.0.2.0", "parent_account_id": "698b9fda0c176132a9f4c017",
                                    "account_id": "698b9fda0c176132a9f4c020", "pool_ids": ["658041ae44842b99ee2eaa1b"],
                                    "dedicated": true, "created_at": "2025-06-03T21:33:55Z",
                                    "pool_last_modified_at": "2025-06-04T21:33:55Z",
                                    "domains_last_modified_at": "2025-06-05T21:33:55Z"}],
                                 "total_count": 1}
                                """),
                IPS.row("POST /v3/ips/{addr}/ip_band")
                        .calls((ips, notes) -> ips.placeInBand(ip(notes, 0), "band-1"))
                        .sends("POST /v3/ips/192.0.2.0/ip_band")
                        .multipart("ip_band", "band-1")
                        .responds(SUCCESS));
    }

    private static List<ContractRow> ipsOfDomains() {
        return List.of(
                DOMAIN_IPS
                        .row("POST /v3/domains/{domain}/ips")
                        .calls((domainIps, notes) -> domainIps.add(domain(notes), ip(notes, 0)))
                        .sends("POST /v3/domains/example.com/ips")
                        .multipart("ip", "192.0.2.0")
                        .responds(SUCCESS),
                DOMAIN_IPS
                        .row("GET /v3/domains/{domain}/ips")
                        .calls((domainIps, notes) -> domainIps.list(domain(notes)))
                        .sends("GET /v3/domains/example.com/ips")
                        .responds("{\"items\": [\"192.0.2.0\", \"192.0.2.1\"], \"total_count\": 2}"),
                IPS.row("GET /v3/ips/{ip}/domains")
                        .calls((ips, notes) -> ips.listDomains(
                                        ip(notes, 0),
                                        IpDomainFilter.all().pageSize(10).search("example.com"))
                                .startingAt("0"))
                        .sends("GET /v3/ips/192.0.2.0/domains?limit=10&search=example.com&skip=0")
                        .responds("""
                                {"items": [
                                   {"ips": ["192.0.2.0", "192.0.2.1"], "domain": "one.example.com",
                                    "linked_at": "2025-06-03T21:33:55Z"},
                                   {"ips": ["192.0.2.0"], "domain": "two.example.com"}],
                                 "total_count": 2}
                                """),
                IPS.row("POST /v3/ips/{ip}/domains")
                        .calls((ips, notes) -> ips.assignToAllDomains(ip(notes, 1)))
                        .sends("POST /v3/ips/192.0.2.1/domains")
                        .responds(BEGUN),
                IPS.row("DELETE /v3/ips/{ip}/domains")
                        .calls((ips, notes) -> ips.replaceAtAllDomains(ip(notes, 1), ip(notes, 2)))
                        .sends("DELETE /v3/ips/192.0.2.1/domains?alternative=192.0.2.2")
                        .responds(BEGUN),
                IPS.row("DELETE /v3/ips/{ip}/domains")
                        .calls((ips, notes) -> ips.removeFromAllDomains(ip(notes, 2)))
                        .sends("DELETE /v3/ips/192.0.2.2/domains")
                        .responds(BEGUN));
    }
}
