package io.github.mailgunreactor.simulator.internal.accounts;

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
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subaccounts of an account: enough of them to act for one and to share addresses with it. */
public final class SubaccountsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(10, 1000);

    /** The names of subaccounts that were made by a request, by id. */
    private static final class Names {
        private final Map<String, String> byId = new LinkedHashMap<>();
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v5/accounts/subaccounts", this::list);
        routes.add(POST, "/v5/accounts/subaccounts", this::create);
        routes.add(GET, "/v5/accounts/subaccounts/{subaccount_id}", this::get);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        List<Account> subaccounts = subaccounts(request);
        Map<String, Object> page = PageStyles.skipLimit(
                request, LIMIT, "total", Rows.of(subaccounts), account -> fields(request, account));
        Map<String, Object> response = new LinkedHashMap<>();
        page.forEach((name, value) -> response.put(name.equals("items") ? "subaccounts" : name, value));
        return SimulatedResponse.ok(response);
    }

    private SimulatedResponse create(SimulatedRequest request) {
        String name = request.parameter("name");
        if (name == null || name.isBlank()) {
            throw new Refusal(400, "name is required");
        }
        if (request.account().parent() != null) {
            throw new Refusal(400, "a subaccount cannot have subaccounts");
        }
        Account account =
                new Account(request.state().randomHex(24), request.account().id());
        request.state().add(account);
        names(request).byId.put(account.id(), name);
        return SimulatedResponse.ok(Map.of("subaccount", fields(request, account)));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        return subaccounts(request).stream()
                .filter(account -> account.id().equals(request.path("subaccount_id")))
                .findFirst()
                .map(account -> SimulatedResponse.ok(Map.of("subaccount", fields(request, account))))
                .orElseThrow(() -> new Refusal(404, "account not found"));
    }

    private static List<Account> subaccounts(SimulatedRequest request) {
        return request.state().accounts().stream()
                .filter(account -> request.account().id().equals(account.parent()))
                .toList();
    }

    private static Map<String, Object> fields(SimulatedRequest request, Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", account.id());
        fields.put("name", names(request).byId.getOrDefault(account.id(), account.id()));
        fields.put("status", "open");
        return fields;
    }

    private static Names names(SimulatedRequest request) {
        return request.global(Names.class, Names::new);
    }
}
