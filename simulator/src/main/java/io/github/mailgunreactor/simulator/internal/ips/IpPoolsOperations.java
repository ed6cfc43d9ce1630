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
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.ips.IpsView.DomainView;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dedicated IP pools. A change of a pool reaches its domains at once, as they look their addresses up in it. */
public final class IpPoolsOperations implements Operations {
    private static final PageLimit DOMAINS = new PageLimit(10, 500);
    private static final String POOL = "/v3/ip_pools/{pool_id}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/ip_pools", this::list);
        routes.add(POST, "/v3/ip_pools", this::create);
        routes.add(GET, POOL, this::get);
        routes.add(PATCH, POOL, this::change);
        routes.add(DELETE, POOL, this::delete);
        routes.add(GET, POOL + "/domains", this::domains);
        routes.add(PUT, POOL + "/ips/{ip}", this::addIp);
        routes.add(DELETE, POOL + "/ips/{ip}", this::removeIp);
        routes.add(POST, POOL + "/ips.json", this::addIps);
        routes.add(PUT, POOL + "/delegate", this::delegate);
        routes.add(DELETE, POOL + "/delegate", this::revoke);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<JsonObject> pools = new ArrayList<>();
        for (DedicatedPool pool : view.visiblePools()) {
            JsonObject fields = described(pool, view).and("is_inherited", view.isInherited(pool));
            JsonObject assignments = new JsonObject();
            pool.assignments().forEach((ip, since) -> assignments.put(ip, Map.of("linked_at", since.toString())));
            fields.put("metadata", Map.of("assignments", assignments));
            pools.add(fields);
        }
        return SimulatedResponse.ok(JsonObject.of("ip_pools", pools).and("message", "success"));
    }

    private static JsonObject described(DedicatedPool pool, IpsView view) {
        return JsonObject.of("pool_id", pool.id())
                .and("name", pool.name())
                .and("description", pool.description())
                .and("ips", pool.ips())
                .and("is_linked", !view.domainsOf(pool).isEmpty());
    }

    private SimulatedResponse create(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        String name = required(request, "name");
        String description = required(request, "description");
        List<String> ips = request.parameters("ip");
        ips.forEach(ip -> requireFree(view, ip));
        DedicatedPool pool = new DedicatedPool(request.state().randomHex(24), name, description);
        ips.forEach(ip -> add(view, pool, ip));
        view.ips().pools().put(pool.id(), pool);
        return SimulatedResponse.ok(JsonObject.of("message", "success").and("pool_id", pool.id()));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.pool(request.path("pool_id"));
        return SimulatedResponse.ok(JsonObject.of(
                        "details",
                        described(pool, view)
                                .and(
                                        "linked_domains",
                                        view.domainsOf(pool).stream()
                                                .map(DomainView::name)
                                                .toList()))
                .and("message", "success"));
    }

    private SimulatedResponse change(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.ownPool(request.path("pool_id"));
        String name = request.parameter("name");
        String description = request.parameter("description");
        List<String> added = request.parameters("add_ip");
        List<String> removed = request.parameters("remove_ip");
        List<DomainView> linked = request.parameters("link_domain").stream()
                .map(view::domainWithId)
                .toList();
        List<DomainView> unlinked = request.parameters("unlink_domain").stream()
                .map(view::domainWithId)
                .toList();
        boolean changes = (name != null && !name.equals(pool.name()))
                || (description != null && !description.equals(pool.description()))
                || !(added.isEmpty() && removed.isEmpty() && linked.isEmpty() && unlinked.isEmpty());
        Refusal.where(!changes, 400, "nothing to change");
        added.forEach(ip -> requireFree(view, ip));
        removed.forEach(ip -> requireIn(pool, ip));
        unlinked.forEach(domain -> requireLinked(pool, domain));
        if (name != null) {
            pool.rename(name);
        }
        if (description != null) {
            pool.describe(description);
        }
        added.forEach(ip -> add(view, pool, ip));
        removed.forEach(ip -> remove(view, pool, ip));
        linked.forEach(domain -> view.sendFrom(domain, pool));
        unlinked.forEach(view::takePool);
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.ownPool(request.path("pool_id"));
        String ip = request.query().first("ip");
        String poolId = request.query().first("pool_id");
        if (ip != null && poolId != null) {
            throw new Refusal(400, "either ip or pool_id must be specified, but not both");
        }
        if (ip == null && poolId == null && !pool.ips().isEmpty()) {
            throw new Refusal(400, "a replacement is required for an IP pool with IPs");
        }
        List<DomainView> domains = view.domainsOf(pool);
        if (poolId != null) {
            DedicatedPool replacement = view.filledPool(poolId);
            Refusal.where(replacement == pool, 400, "an IP pool cannot replace itself");
            domains.forEach(domain -> view.sendFrom(domain, replacement));
            replacement.subaccounts().addAll(pool.subaccounts());
        } else if (ip != null) {
            OwnedIp replacement = DomainIpsOperations.replacement(view, ip);
            domains.forEach(domain -> view.sendFrom(domain, replacement));
        } else {
            domains.forEach(view::takePool);
        }
        view.ips().pools().remove(pool.id());
        return SimulatedResponse.message(200, "started");
    }

    private SimulatedResponse domains(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.pool(request.path("pool_id"));
        JsonObject page = PageStyles.urlToken(
                request,
                DOMAINS,
                Rows.of(view.domainsOf(pool)),
                domain -> JsonObject.of("id", domain.id()).and("name", domain.name()));
        return SimulatedResponse.ok(page.renamed("items", "domains"));
    }

    private SimulatedResponse addIp(SimulatedRequest request) {
        return addAll(request, List.of(request.path("ip")));
    }

    private SimulatedResponse addIps(SimulatedRequest request) {
        if (!(request.jsonObject().get("ips") instanceof List<?> ips) || ips.isEmpty()) {
            throw new Refusal(400, "ips is required");
        }
        return addAll(request, ips.stream().map(String::valueOf).toList());
    }

    private static SimulatedResponse addAll(SimulatedRequest request, List<String> ips) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.ownPool(request.path("pool_id"));
        ips.forEach(ip -> requireFree(view, ip));
        ips.forEach(ip -> add(view, pool, ip));
        return SimulatedResponse.message(200, "started");
    }

    private SimulatedResponse removeIp(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DedicatedPool pool = view.ownPool(request.path("pool_id"));
        requireIn(pool, request.path("ip"));
        remove(view, pool, request.path("ip"));
        return SimulatedResponse.message(200, "started");
    }

    private SimulatedResponse delegate(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        DedicatedPool pool = view.ownPool(request.path("pool_id"));
        pool.subaccounts()
                .add(view.subaccount(request.parameter("subaccount_id")).id());
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse revoke(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        view.requireParent();
        revoke(view, view.ownPool(request.path("pool_id")), view.subaccount(request.parameter("subaccount_id")));
        return SimulatedResponse.message(200, "success");
    }

    /** Takes a pool back from a subaccount and its domains. */
    static void revoke(IpsView view, DedicatedPool pool, Account subaccount) {
        Refusal.where(!pool.subaccounts().remove(subaccount.id()), 400, "IP pool is not delegated to the subaccount");
        IpsView other = view.as(subaccount);
        other.domains().stream()
                .filter(domain -> pool.id().equals(domain.addresses().pool()))
                .forEach(other::takePool);
    }

    private static String required(SimulatedRequest request, String name) {
        String value = request.parameter(name);
        if (value == null || value.isBlank()) {
            throw new Refusal(400, name + " is required");
        }
        return value;
    }

    private static void requireFree(IpsView view, String ip) {
        view.dedicated(ip);
        Refusal.where(view.isPooled(ip), 400, "IP " + ip + " already belongs to an IP pool");
    }

    private static void requireIn(DedicatedPool pool, String ip) {
        Refusal.where(!pool.has(ip), 404, "IP is not in the IP pool");
    }

    private static void requireLinked(DedicatedPool pool, DomainView domain) {
        Refusal.where(
                !pool.id().equals(domain.addresses().pool()),
                400,
                "domain " + domain.name() + " is not linked to the IP pool");
    }

    private static void add(IpsView view, DedicatedPool pool, String ip) {
        pool.add(ip, view.now());
        view.touchPools(ip);
    }

    private static void remove(IpsView view, DedicatedPool pool, String ip) {
        pool.remove(ip);
        view.touchPools(ip);
    }
}
