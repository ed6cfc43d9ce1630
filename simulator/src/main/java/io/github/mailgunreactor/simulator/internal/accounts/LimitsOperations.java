package io.github.mailgunreactor.simulator.internal.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.Map;
import java.util.Objects;

/** How many messages an account or a subaccount may send in a month. {@link MonthlyLimit} says what follows. */
public final class LimitsOperations implements Operations {
    private static final String OWN = "/v5/accounts/limit/custom/monthly";
    private static final String OF_SUBACCOUNT = "/v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly";
    private static final long LEAST_OF_ACCOUNT = 1000;

    @Override
    public void register(Routes routes) {
        routes.add(GET, OWN, request -> get(request, request.account()));
        routes.add(PUT, OWN, LimitsOperations::changeOwn);
        routes.add(DELETE, OWN, request -> delete(request, request.account()));
        routes.add(PUT, "/v5/accounts/limit/custom/enable", LimitsOperations::enable)
                .forDisabled();
        routes.add(GET, OF_SUBACCOUNT, request -> get(request, subaccount(request, "Not a subaccount")));
        routes.add(PUT, OF_SUBACCOUNT, LimitsOperations::changeOfSubaccount);
        routes.add(
                DELETE,
                OF_SUBACCOUNT,
                request -> delete(request, subaccount(request, "Could not delete threshold for account")));
    }

    private static Account subaccount(SimulatedRequest request, String otherwise) {
        return Refusal.requireNonNull(SubaccountsOperations.find(request), 400, otherwise);
    }

    private static SimulatedResponse get(SimulatedRequest request, Account account) {
        MonthlyLimit limit = MonthlyLimit.of(account, request.region());
        if (limit.most() == null) {
            throw new Refusal(404, "No threshold for account");
        }
        return SimulatedResponse.ok(JsonObject.of("limit", limit.most())
                .and("current", limit.sent(request.now()))
                .and("period", "1m"));
    }

    private static SimulatedResponse changeOwn(SimulatedRequest request) {
        Refusal.where(asked(request) < LEAST_OF_ACCOUNT, 400, "The limit parameter minumum is 1000");
        return change(request, request.account());
    }

    private static SimulatedResponse changeOfSubaccount(SimulatedRequest request) {
        return change(request, subaccount(request, "Invalid subaccount ID"));
    }

    private static SimulatedResponse change(SimulatedRequest request, Account account) {
        MonthlyLimit.of(account, request.region()).setMost(asked(request));
        return success();
    }

    private static long asked(SimulatedRequest request) {
        return PageLimit.number("limit", Objects.requireNonNullElse(request.parameter("limit"), "none"), 0, 1);
    }

    private static SimulatedResponse delete(SimulatedRequest request, Account account) {
        MonthlyLimit limit = MonthlyLimit.of(account, request.region());
        if (limit.most() == null) {
            throw new Refusal(400, "Could not delete threshold for account");
        }
        limit.setMost(null);
        limit.enable(request.now());
        return success();
    }

    private static SimulatedResponse enable(SimulatedRequest request) {
        Refusal.where(
                request.account().status() != Account.Status.OPEN,
                400,
                "Unable to re-enable account with current account disablement");
        MonthlyLimit.of(request.account(), request.region()).enable(request.now());
        return success();
    }

    private static SimulatedResponse success() {
        return SimulatedResponse.ok(Map.of("success", true));
    }
}
