package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.ips.IpsView.DomainView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a domain sends from. */
public final class DomainIpsOperations implements Operations {
    private static final String PATH = "/v3/domains/{domain}/ips";

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, this::list);
        routes.add(POST, PATH, this::assign);
        routes.add(DELETE, PATH + "/{ip}", this::remove);
        routes.add(DELETE, "/v3/domains/{domain}/pool/{ip}", this::remove);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<String> ips = view.sendingIps(view.domain(request.path("domain")));
        return SimulatedResponse.ok(JsonObject.of("items", ips).and("total_count", ips.size()));
    }

    private SimulatedResponse assign(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = view.domain(request.path("domain"));
        String ip = request.parameter("ip");
        String pool = request.parameter("pool_id");
        if ((ip == null) == (pool == null)) {
            throw new Refusal(400, "either ip or pool_id must be specified, but not both");
        }
        requireNotEnrolled(domain);
        if (pool != null) {
            view.sendFrom(domain, view.filledPool(pool));
        } else {
            requireNoPool(domain);
            view.sendFrom(domain, view.ip(ip));
        }
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse remove(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        DomainView domain = view.domain(request.path("domain"));
        String what = request.path("ip");
        switch (what) {
            case "all" -> domain.addresses().takeAll();
            case "ip_pool" -> unlinkPool(request, view, domain);
            default -> removeIp(view, domain, what);
        }
        return SimulatedResponse.message(200, "success");
    }

    private static void unlinkPool(SimulatedRequest request, IpsView view, DomainView domain) {
        if (domain.addresses().pool() == null) {
            throw new Refusal(400, "no IP pool is linked to the domain");
        }
        String ip = request.query().first("ip");
        String pool = request.query().first("pool_id");
        if ((ip == null) == (pool == null)) {
            throw new Refusal(400, "either ip or pool_id must be specified, but not both");
        }
        if (pool != null) {
            view.sendFrom(domain, view.filledPool(pool));
        } else {
            view.sendFrom(domain, replacement(view, ip));
        }
    }

    /** A shared address, or a dedicated one that is in no pool. */
    static OwnedIp replacement(IpsView view, @Nullable String ip) {
        if (IpsView.SHARED.equals(ip)) {
            return view.shared();
        }
        OwnedIp found = view.ip(ip);
        Refusal.where(
                view.isPooled(found.address()) || view.dynamicPools().has(found.address()),
                400,
                "IP " + ip + " is assigned to an IP pool");
        return found;
    }

    private static void removeIp(IpsView view, DomainView domain, String address) {
        OwnedIp ip = view.ip(address);
        requireNotEnrolled(domain);
        requireNoPool(domain);
        DomainAddresses addresses = domain.addresses();
        Refusal.where(
                addresses.own().equals(List.of(address)) && !view.hasShared(),
                400,
                "the last IP cannot be removed from the domain");
        Refusal.where(!addresses.take(address), 404, "IP is not assigned to the domain");
        view.takePool(domain);
        ip.domainsChanged(view.now());
    }

    private static void requireNoPool(DomainView domain) {
        if (domain.addresses().pool() != null) {
            throw new Refusal(400, "IPs of a domain with a linked IP pool cannot be changed");
        }
    }

    private static void requireNotEnrolled(DomainView domain) {
        if (domain.addresses().enrollment() != null) {
            throw new Refusal(400, "domain is enrolled in dynamic IP pools");
        }
    }
}
