package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.ips.IpsView.DomainView;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses of an account, their domains, and their links to subaccounts. */
public final class IpsOperations implements Operations {
    private static final int SUBACCOUNTS_AT_ONCE = 100;
    private static final List<String> SORTS =
            List.of("address", "created_at", "pool_last_modified_at", "domains_last_modified_at");

    /** An address as one account has it. */
    private record Detail(OwnedIp ip, IpsView owner, IpsView user) {
        List<String> poolIds() {
            return user.visiblePools().stream()
                    .filter(pool -> pool.has(ip.address()))
                    .map(DedicatedPool::id)
                    .toList();
        }

        boolean isOf(String domainIdAnyOrNone) {
            List<String> domains = user.domains().stream()
                    .filter(domain -> user.sendingIps(domain).contains(ip.address()))
                    .map(domain -> domain.id())
                    .toList();
            return passes(domainIdAnyOrNone, domains);
        }

        JsonObject fields() {
            return JsonObject.of("address", ip.address())
                    .and("parent_account_id", owner.account().id())
                    .and("account_id", user.account().id())
                    .and("pool_ids", poolIds())
                    .and("dedicated", ip.dedicated())
                    .and("created_at", ip.createdAt().toString())
                    .and("pool_last_modified_at", IpsView.dateOrNever(ip.poolsChangedAt()))
                    .and("domains_last_modified_at", IpsView.dateOrNever(ip.domainsChangedAt()));
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/ips", this::list);
        routes.add(GET, "/v3/ips/details/all", this::details);
        routes.add(GET, "/v3/ips/request/new", this::available);
        routes.add(POST, "/v3/ips/request/new", this::requestNew);
        routes.add(PATCH, "/v3/ips/subaccounts", this::changeSubaccounts);
        routes.add(GET, "/v3/ips/{ip}", this::get);
        routes.add(GET, "/v3/ips/{ip}/domains", this::domains);
        routes.add(POST, "/v3/ips/{ip}/domains", this::assignToAllDomains);
        routes.add(DELETE, "/v3/ips/{ip}/domains", this::removeFromAllDomains);
        routes.add(POST, "/v3/ips/{addr}/ip_band", this::placeInBand);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<OwnedIp> ips = view.visibleIps().stream()
                .filter(ip -> ip.dedicated() || !"true".equals(request.query().first("dedicated")))
                .filter(ip -> ip.enabled() || !"true".equals(request.query().first("enabled")))
                .toList();
        List<JsonObject> details = new ArrayList<>();
        for (OwnedIp ip : ips) {
            details.add(JsonObject.of("ip", ip.address())
                    .and("is_on_warmup", ip.warmup(request.now()) != null)
                    .and("dedicated", ip.dedicated())
                    .and("enabled", ip.enabled()));
        }
        return SimulatedResponse.ok(JsonObject.of(
                        "assignable_to_pools",
                        ips.stream()
                                .filter(OwnedIp::dedicated)
                                .map(OwnedIp::address)
                                .filter(ip -> !view.isPooled(ip))
                                .toList())
                .and("details", details)
                .and("items", ips.stream().map(OwnedIp::address).toList())
                .and("total_count", ips.size()));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        OwnedIp ip = IpsView.of(request).ip(request.path("ip"));
        return SimulatedResponse.ok(JsonObject.of("ip", ip.address())
                .and("dedicated", ip.dedicated())
                .and("rdns", ip.rdns()));
    }

    private SimulatedResponse details(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<Detail> rows = new ArrayList<>();
        for (OwnedIp ip : view.ips().ips().values()) {
            rows.add(new Detail(ip, view, view));
            ip.subaccounts().forEach(id -> rows.add(new Detail(ip, view, view.as(view.subaccount(id)))));
        }
        Parameters query = request.query();
        String pool = query.first("pool_id");
        String domain = query.first("domain_id");
        String subaccount = query.first("subaccount_id");
        String part = query.first("ip");
        rows.removeIf(row -> (part != null && !row.ip().address().contains(part))
                || (pool != null && !passes(pool, row.poolIds()))
                || (domain != null && !row.isOf(domain))
                || (subaccount != null && !passes(subaccount, subaccountOf(row))));
        sort(rows, query);
        return SimulatedResponse.ok(
                PageStyles.skipLimit(request, PageLimit.DEFAULT, "total_count", Rows.of(rows), Detail::fields));
    }

    private static List<String> subaccountOf(Detail row) {
        return row.user() == row.owner()
                ? List.of()
                : List.of(row.user().account().id());
    }

    private static boolean passes(String idAnyOrNone, List<String> ids) {
        return switch (idAnyOrNone) {
            case "any" -> !ids.isEmpty();
            case "none" -> ids.isEmpty();
            default -> ids.contains(idAnyOrNone);
        };
    }

    private static void sort(List<Detail> rows, Parameters query) {
        String field = query.first("sort_by");
        if (field == null) {
            return;
        }
        if (!SORTS.contains(field)) {
            throw Refusal.invalid("sort_by");
        }
        Comparator<Detail> order = Comparator.comparing(
                row -> String.valueOf(Objects.requireNonNull(row.fields().get(field))));
        rows.sort("descending".equals(query.first("sort_order")) ? order.reversed() : order);
    }

    private SimulatedResponse domains(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        String ip = view.ip(request.path("ip")).address();
        Set<String> words = words(request.query().first("search"));
        List<DomainView> domains = view.domains().stream()
                .filter(domain -> view.sendingIps(domain).contains(ip))
                .filter(domain ->
                        words.isEmpty() || words(domain.name()).stream().anyMatch(words::contains))
                .toList();
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request, PageLimit.DEFAULT, "total_count", Rows.of(domains), domain -> {
                    JsonObject fields = JsonObject.of("domain", domain.name()).and("ips", view.sendingIps(domain));
                    Instant assignedAt = domain.addresses().assignedAt(ip);
                    if (assignedAt != null) {
                        fields.put("linked_at", assignedAt.toString());
                    }
                    return fields;
                }));
    }

    private static Set<String> words(@Nullable String text) {
        Set<String> words = new HashSet<>();
        if (text != null) {
            words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
            words.remove("");
        }
        return words;
    }

    private SimulatedResponse assignToAllDomains(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        OwnedIp ip = view.ip(request.path("ip"));
        view.domains().stream().filter(IpsOperations::hasOwnIps).forEach(domain -> view.sendFrom(domain, ip));
        return begun(request);
    }

    private SimulatedResponse removeFromAllDomains(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        OwnedIp ip = view.ip(request.path("ip"));
        String alternative = request.query().first("alternative");
        OwnedIp other = alternative == null ? null : view.ip(alternative);
        for (DomainView domain : view.domains()) {
            if (hasOwnIps(domain) && domain.addresses().take(ip.address())) {
                if (other != null) {
                    view.sendFrom(domain, other);
                } else {
                    view.takePool(domain);
                }
            }
        }
        ip.domainsChanged(request.now());
        return begun(request);
    }

    private static boolean hasOwnIps(DomainView domain) {
        return domain.addresses().pool() == null && domain.addresses().enrollment() == null;
    }

    static SimulatedResponse begun(SimulatedRequest request) {
        return SimulatedResponse.ok(JsonObject.of("message", "started")
                .and("reference_id", request.state().randomHex(24)));
    }

    private SimulatedResponse placeInBand(SimulatedRequest request) {
        IpsView.of(request).dedicated(request.path("addr"));
        String band = request.parameter("ip_band");
        if (band == null || band.isBlank()) {
            throw new Refusal(400, "ip_band is required");
        }
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse available(SimulatedRequest request) {
        return SimulatedResponse.ok(
                Map.of("allowed", Map.of("dedicated", IpsView.of(request).ips().requestable(), "shared", 0)));
    }

    private SimulatedResponse requestNew(SimulatedRequest request) {
        AccountIps ips = IpsView.of(request).ips();
        Refusal.where(ips.requestable() == 0, 403, "the billing plan does not allow another dedicated IP");
        ips.requestable(ips.requestable() - 1);
        ips.add(new OwnedIp(
                request.state()
                        .shared()
                        .get(AccountIps.AddressBook.class, AccountIps.AddressBook::new)
                        .next(),
                true,
                request.now()));
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse changeSubaccounts(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        List<String> ids = request.parameters("subaccount_id");
        boolean all = "true".equals(request.parameter("all_subaccounts"));
        Refusal.where(
                ids.isEmpty() != all, 400, "either subaccount_id or all_subaccounts must be specified, but not both");
        List<String> link = request.parameters("link_ip");
        List<String> unlink = request.parameters("unlink_ip");
        Refusal.where(link.isEmpty() && unlink.isEmpty(), 400, "link_ip or unlink_ip must be specified");
        link.forEach(ip -> requireLinkable(view, ip));
        unlink.forEach(view::dedicated);
        List<Account> subaccounts =
                all ? view.subaccounts() : ids.stream().map(view::subaccount).toList();
        if (all || subaccounts.size() > SUBACCOUNTS_AT_ONCE) {
            // Nobody is told later about an address that is still in use: it stays where it is.
            view.ips()
                    .later(
                            request.now().plus(IpsView.BACKGROUND),
                            () -> subaccounts.forEach(subaccount -> {
                                link.forEach(ip -> link(view, subaccount, ip));
                                unlink.stream()
                                        .filter(ip -> !isUsed(view.as(subaccount), ip))
                                        .forEach(ip -> unlink(view, subaccount, ip));
                            }));
            return SimulatedResponse.message(200, "queued");
        }
        for (Account subaccount : subaccounts) {
            for (String ip : unlink) {
                Refusal.where(
                        isUsed(view.as(subaccount), ip),
                        400,
                        "IP " + ip + " is assigned to IP pools or domains of subaccount " + subaccount.id());
            }
        }
        subaccounts.forEach(subaccount -> {
            link.forEach(ip -> link(view, subaccount, ip));
            unlink.forEach(ip -> unlink(view, subaccount, ip));
        });
        return SimulatedResponse.message(200, "success");
    }

    private static void requireLinkable(IpsView view, String ip) {
        view.dedicated(ip);
        Refusal.where(view.dynamicPools().has(ip), 400, "IP " + ip + " is assigned to a Dynamic IP Pool");
    }

    private static boolean isUsed(IpsView subaccount, String ip) {
        return subaccount.isPooled(ip)
                || subaccount.domains().stream()
                        .anyMatch(domain -> domain.addresses().pool() == null
                                && domain.addresses().own().contains(ip));
    }

    private static void link(IpsView view, Account subaccount, String ip) {
        view.dedicated(ip).subaccounts().add(subaccount.id());
    }

    private static void unlink(IpsView view, Account subaccount, String ip) {
        view.dedicated(ip).subaccounts().remove(subaccount.id());
    }
}
