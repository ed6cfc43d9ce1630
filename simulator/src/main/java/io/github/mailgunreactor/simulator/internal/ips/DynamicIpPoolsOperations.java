package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

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
import io.github.mailgunreactor.simulator.internal.ips.DomainAddresses.Enrollment;
import io.github.mailgunreactor.simulator.internal.ips.IpsView.DomainView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Dynamic IP pools, the domains in them, and the moves that health checks and people make. */
public final class DynamicIpPoolsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(100, 100);
    static final String DOMAIN = "/v1/dynamic_pools/domains/{name}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/dynamic_pools", this::list);
        routes.add(POST, "/v3/dynamic_pools/all", this::setIps);
        routes.add(DELETE, "/v3/dynamic_pools/all", this::removeAll);
        routes.add(POST, "/v3/dynamic_pools/{pool_name}/{ip}", this::addIp);
        routes.add(PATCH, "/v3/dynamic_pools/{pool_name}", this::change);
        routes.add(GET, "/v3/domains/dynamic_pools/assignable", this::assignable);
        routes.add(POST, "/v3/domains/all/dynamic_pools/enroll", this::enrollAll);
        routes.add(POST, "/v3/domains/{name}/dynamic_pools", this::enroll);
        routes.add(DELETE, "/v3/domains/{name}/dynamic_pools", this::remove);
        routes.add(GET, "/v1/dynamic_pools/domains", this::domains);
        routes.add(GET, DOMAIN + "/preview", this::preview);
        routes.add(PUT, DOMAIN + "/override", this::override);
        routes.add(DELETE, DOMAIN + "/override", this::removeOverride);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<JsonObject> pools = new ArrayList<>();
        view.dynamicPools()
                .all()
                .forEach((name, pool) ->
                        pools.add(JsonObject.of("account_id", view.parent().id())
                                .and("enabled", true)
                                .and("id", pool.id())
                                .and("ips", List.copyOf(pool.ips()))
                                .and("name", name)));
        return SimulatedResponse.ok(ipsByField(view.dynamicPools()).and("pools", pools));
    }

    private static JsonObject ipsByField(DynamicPools pools) {
        JsonObject fields = new JsonObject();
        DynamicPools.FIELDS.forEach(
                (name, field) -> fields.put(field, pools.exist() ? List.copyOf(pools.ips(name)) : List.of()));
        return fields;
    }

    private SimulatedResponse setIps(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        DynamicPools.FIELDS.forEach((name, field) -> {
            List<String> ips = request.parameters(field);
            requireUsable(view, ips);
            for (String ip : ips) {
                Refusal.where(!seen.add(ip), 400, "IP " + ip + " is specified for more than one pool");
            }
            wanted.put(name, ips);
        });
        DynamicPools pools = view.dynamicPools();
        pools.make(request.state());
        wanted.forEach((name, ips) -> {
            pools.ips(name).clear();
            pools.ips(name).addAll(ips);
        });
        return SimulatedResponse.ok(ipsByField(pools));
    }

    private SimulatedResponse removeAll(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        if (view.allDomains().stream().anyMatch(domain -> domain.addresses().enrollment() != null)) {
            throw new Refusal(400, "all domains must be removed from dynamic IP pools first");
        }
        view.ips().removeDynamicPools();
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse addIp(SimulatedRequest request) {
        return changed(request, List.of(request.path("ip")), List.of());
    }

    private SimulatedResponse change(SimulatedRequest request) {
        return changed(request, request.parameters("add_ip"), request.parameters("remove_ip"));
    }

    private static SimulatedResponse changed(SimulatedRequest request, List<String> added, List<String> removed) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        Set<String> ips = view.dynamicPools().ips(request.path("pool_name"));
        Refusal.where(added.isEmpty() && removed.isEmpty(), 400, "add_ip or remove_ip must be specified");
        for (String ip : added) {
            view.dedicated(ip);
            Refusal.where(view.dynamicPools().has(ip), 400, "IP " + ip + " is already assigned to a dynamic IP pool");
        }
        Set<String> after = new LinkedHashSet<>(ips);
        after.addAll(added);
        for (String ip : removed) {
            Refusal.where(!after.remove(ip), 400, "IP " + ip + " is not in the pool");
        }
        requireUsable(view, after);
        ips.clear();
        ips.addAll(after);
        return SimulatedResponse.message(200, "success");
    }

    private static void requireUsable(IpsView view, Iterable<String> ips) {
        boolean warm = false;
        for (String ip : ips) {
            warm |= view.dedicated(ip).warmup(view.now()) == null;
        }
        Refusal.where(!warm, 400, "each pool must contain at least 1 IP that is not warming");
    }

    private SimulatedResponse assignable(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        String subaccount = request.query().first("subaccount_id");
        IpsView owner = subaccount == null || subaccount.equals(view.account().id())
                ? view
                : view.as(view.subaccount(subaccount));
        Pattern name = pattern(request.query().first("domain"));
        List<JsonObject> items = new ArrayList<>();
        for (DomainView domain : owner.domains()) {
            if (domain.addresses().enrollment() == null
                    && name.matcher(domain.name()).find()) {
                items.add(JsonObject.of("account_id", owner.account().id())
                        .and("id", domain.id())
                        .and("name", domain.name()));
            }
        }
        return SimulatedResponse.ok(Map.of("items", items));
    }

    private static Pattern pattern(@Nullable String regex) {
        try {
            return Pattern.compile(regex == null ? "" : regex);
        } catch (PatternSyntaxException malformed) {
            throw Refusal.invalid("domain");
        }
    }

    private SimulatedResponse enroll(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = view.domain(request.path("name"));
        String replacement =
                Refusal.requireNonNull(request.query().first("replacement_ip"), 400, "replacement_ip is required");
        if (!replacement.equals(IpsView.SHARED)) {
            view.ip(replacement);
        }
        requirePools(view);
        if (domain.addresses().enrollment() != null) {
            throw new Refusal(400, "domain is already enrolled in dynamic IP pools");
        }
        enroll(view, domain);
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse enrollAll(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        requirePools(view);
        boolean all = "true".equals(request.parameter("include_subaccounts"));
        view.ips().laterInDynamicPools(request.now().plus(IpsView.BACKGROUND), () -> {
            for (DomainView domain : all ? view.allDomains() : view.domains()) {
                if (domain.addresses().enrollment() == null) {
                    enroll(view, domain);
                }
            }
        });
        return SimulatedResponse.message(200, "started");
    }

    private static void requirePools(IpsView view) {
        Refusal.where(!view.dynamicPools().exist(), 400, "dynamic IP pools are not configured");
    }

    private static void enroll(IpsView view, DomainView domain) {
        domain.addresses().enroll(new Enrollment(view.now(), Reputation.NEW));
        view.healthCheck(domain);
    }

    private SimulatedResponse remove(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = enrolled(view.domain(request.path("name")));
        List<String> ips = request.query().all("replacement_ip");
        String pool = request.query().first("replacement_pool_id");
        if (ips.isEmpty() == (pool == null)) {
            throw new Refusal(400, "either replacement_ip or replacement_pool_id must be specified, but not both");
        }
        List<OwnedIp> replacements = ips.stream()
                .map(ip -> DomainIpsOperations.replacement(view, ip))
                .toList();
        Refusal.where(
                replacements.size() > 1 && !replacements.stream().allMatch(OwnedIp::dedicated),
                400,
                "replacement_ip can be specified several times for dedicated IPs only");
        if (pool != null) {
            view.sendFrom(domain, view.filledPool(pool));
        } else {
            domain.addresses().own().forEach(domain.addresses()::take);
            replacements.forEach(ip -> view.sendFrom(domain, ip));
        }
        domain.addresses().enroll(null);
        return SimulatedResponse.message(200, "success");
    }

    private static DomainView enrolled(DomainView domain) {
        if (domain.addresses().enrollment() == null) {
            throw new Refusal(404, "domain is not enrolled in dynamic IP pools");
        }
        return domain;
    }

    private static Enrollment enrollment(DomainView domain) {
        return Objects.requireNonNull(domain.addresses().enrollment());
    }

    private SimulatedResponse domains(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<String> accounts = request.query().all("account");
        List<String> pools = request.query().all("pool");
        List<DomainView> domains = new ArrayList<>(view.allDomains());
        domains.removeIf(domain -> domain.addresses().enrollment() == null
                || (!accounts.isEmpty() && !accounts.contains(domain.account().id()))
                || (!pools.isEmpty() && !pools.contains(enrollment(domain).pool())));
        domains.sort(order(request.query()));
        JsonObject response =
                PageStyles.urlTokenCapitalised(request, LIMIT, Rows.of(domains), DynamicIpPoolsOperations::fields);
        response.put("total_items", domains.size());
        return SimulatedResponse.ok(response);
    }

    private static Comparator<DomainView> order(Parameters query) {
        String field = query.first("sort_by");
        Comparator<DomainView> order = switch (field == null ? "name" : field) {
            case "name" -> Comparator.comparing(DomainView::name);
            case "bounce_rate" -> byRate(reputation -> reputation.bounceRate());
            case "complaint_rate" -> byRate(reputation -> reputation.complaintRate());
            default -> throw Refusal.invalid("sort_by");
        };
        String direction = query.first("sort_order");
        return switch (direction == null ? "ascending" : direction) {
            case "ascending" -> order;
            case "descending" -> order.reversed();
            default -> throw Refusal.invalid("sort_order");
        };
    }

    private static Comparator<DomainView> byRate(RateOf rate) {
        return Comparator.comparing(
                domain -> rate.of(domain.addresses().reputation()), Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** Picks one of the rates. */
    @FunctionalInterface
    private interface RateOf {
        @Nullable
        BigDecimal of(Reputation reputation);
    }

    private static JsonObject fields(DomainView domain) {
        return JsonObject.of("id", domain.id())
                .and("account_id", domain.account().id())
                .and("account_name", domain.account().id())
                .and("name", domain.name())
                .and("registered_at", enrollment(domain).since().toString())
                .and("pool", enrollment(domain).pool())
                .and("override", enrollment(domain).override())
                .andAll(domain.addresses().reputation().figures());
    }

    private SimulatedResponse preview(SimulatedRequest request) {
        Reputation reputation =
                IpsView.of(request).anyDomain(request.path("name")).addresses().reputation();
        return SimulatedResponse.ok(JsonObject.of("pool", reputation.band()).and("results", reputation.results()));
    }

    private SimulatedResponse override(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = enrolled(view.anyDomain(request.path("name")));
        String pool = request.parameter("pool");
        if (pool == null || !DynamicPools.FIELDS.containsKey(pool)) {
            throw new Refusal(
                    SimulatedResponse.json(400, JsonObject.of("Field", "pool").and("Value", pool == null ? "" : pool)));
        }
        enrollment(domain).override(true);
        view.move(domain, enrollment(domain), pool, "override", "user");
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse removeOverride(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = enrolled(view.anyDomain(request.path("name")));
        enrollment(domain).override(false);
        view.healthCheck(domain);
        return SimulatedResponse.message(200, "success");
    }
}
