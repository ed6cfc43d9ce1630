package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pools and addresses that an account shares with its subaccounts, by the older operations. */
public final class SubaccountIpPoolsOperations implements Operations {
    private static final String SUBACCOUNT = "/v5/accounts/subaccounts/{subaccountId}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v5/accounts/subaccounts/ip_pools/all", this::list);
        routes.add(PUT, SUBACCOUNT + "/ip_pool", this::delegate);
        routes.add(DELETE, SUBACCOUNT + "/ip_pool", this::revoke);
        routes.add(PUT, SUBACCOUNT + "/ip", this::linkIp);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        List<JsonObject> items = new ArrayList<>();
        for (DedicatedPool pool : view.ips().pools().values()) {
            for (String subaccount : pool.subaccounts()) {
                items.add(JsonObject.of("pool_id", pool.id()).and("subaccount_id", subaccount));
            }
        }
        return SimulatedResponse.ok(JsonObject.of("items", items).and("total_count", items.size()));
    }

    private SimulatedResponse delegate(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        Account subaccount = view.subaccount(request.path("subaccountId"));
        DedicatedPool pool = view.ownPool(required(request.parameter("pool_id")));
        for (DedicatedPool other : view.ips().pools().values()) {
            if (other != pool && other.subaccounts().contains(subaccount.id())) {
                IpPoolsOperations.revoke(view, other, subaccount);
            }
        }
        pool.subaccounts().add(subaccount.id());
        return IpsOperations.begun(request);
    }

    private SimulatedResponse revoke(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        Account subaccount = view.subaccount(request.path("subaccountId"));
        IpPoolsOperations.revoke(view, view.ownPool(required(request.query().first("pool_id"))), subaccount);
        return IpsOperations.begun(request);
    }

    private SimulatedResponse linkIp(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        Account subaccount = view.subaccount(request.path("subaccountId"));
        OwnedIp ip = view.dedicated(required(request.parameter("ip")));
        Refusal.where(
                view.isPooled(ip.address()) || view.dynamicPools().has(ip.address()),
                400,
                "IP " + ip.address() + " is assigned to an IP pool");
        ip.subaccounts().add(subaccount.id());
        return SimulatedResponse.message(200, "success");
    }

    private static String required(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(400, "invalid request parameters");
        }
        return value;
    }
}
