package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pools to which the mail of an account or a domain spills over. */
public final class IpSettingsOperations implements Operations {

    @Override
    public void register(Routes routes) {
        routes.add(
                GET,
                "/v3/ips/account/settings",
                request -> settings(IpsView.of(request).ips().spillover()));
        routes.add(PATCH, "/v3/ips/account/settings", request -> {
            IpsView view = IpsView.of(request);
            view.ips().spillInto(pool(request, view));
            return SimulatedResponse.message(200, "success");
        });
        routes.add(
                GET,
                "/v3/ips/domain/{name}",
                request -> settings(IpsView.of(request)
                        .domain(request.path("name"))
                        .addresses()
                        .spillover()));
        routes.add(PATCH, "/v3/ips/domain/{name}", request -> {
            IpsView view = IpsView.of(request);
            view.domain(request.path("name")).addresses().spillInto(pool(request, view));
            return SimulatedResponse.message(200, "success");
        });
    }

    private static SimulatedResponse settings(@Nullable String pool) {
        return SimulatedResponse.ok(Map.of("extra_dedicated_ips", Map.of("pool_id", pool == null ? "" : pool)));
    }

    private static @Nullable String pool(SimulatedRequest request, IpsView view) {
        if (!(request.jsonObject().get("extra_dedicated_ips") instanceof Map<?, ?> settings)
                || !settings.containsKey("pool_id")) {
            throw new Refusal(400, "extra_dedicated_ips.pool_id is required");
        }
        Object poolId = settings.get("pool_id");
        if (poolId == null) {
            return null;
        }
        DedicatedPool pool = view.pool(poolId.toString());
        if (pool.ips().stream().noneMatch(ip -> view.ip(ip).warmup(view.now()) == null)) {
            throw new Refusal(400, "IP pool must contain at least one fully warmed IP");
        }
        return pool.id();
    }
}
