package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Warm-up of dedicated addresses, which gets on by the simulator's clock. */
public final class IpWarmupsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(10, 1000);
    private static final String WARMUP = "/v3/ip_warmups/{addr}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/ip_warmups", this::list);
        routes.add(
                GET,
                WARMUP,
                request -> SimulatedResponse.ok(
                        Map.of("details", plan(request, onTheWay(request)).details(request.now()))));
        routes.add(POST, WARMUP, this::start);
        routes.add(DELETE, WARMUP, request -> {
            onTheWay(request).warmUp(null);
            return SimulatedResponse.message(200, "success");
        });
    }

    private SimulatedResponse list(SimulatedRequest request) {
        List<OwnedIp> ips = IpsView.of(request).visibleIps().stream()
                .filter(ip -> ip.warmup(request.now()) != null)
                .toList();
        return SimulatedResponse.ok(PageStyles.urlToken(
                request, LIMIT, Rows.of(ips), ip -> plan(request, ip).summary(ip.address(), request.now())));
    }

    private SimulatedResponse start(SimulatedRequest request) {
        OwnedIp ip = IpsView.of(request).dedicated(request.path("addr"));
        if (ip.warmup(request.now()) != null) {
            throw new Refusal(400, "IP is already warming up");
        }
        ip.warmUp(new WarmupPlan(request.now()));
        return SimulatedResponse.message(200, "success");
    }

    private static OwnedIp onTheWay(SimulatedRequest request) {
        OwnedIp ip = IpsView.of(request).dedicated(request.path("addr"));
        if (ip.warmup(request.now()) == null) {
            throw new Refusal(404, "IP is not warming up");
        }
        return ip;
    }

    private static WarmupPlan plan(SimulatedRequest request, OwnedIp ip) {
        return Objects.requireNonNull(ip.warmup(request.now()));
    }
}
