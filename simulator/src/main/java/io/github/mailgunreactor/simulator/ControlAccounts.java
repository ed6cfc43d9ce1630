package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accounts over HTTP: tests that run beside each other, in any language, take one each. */
final class ControlAccounts implements Operations {
    private static final String ACCOUNTS = Control.PREFIX + "/accounts";
    private static final String ONE = ACCOUNTS + "/{account}";
    private static final String ACCOUNT = "account";

    private final Simulator simulator;

    ControlAccounts(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, ACCOUNTS, request -> list());
        routes.add(POST, ACCOUNTS, this::add);
        routes.add(DELETE, ONE, request -> Control.done(() -> simulator.removeAccount(request.path(ACCOUNT))));
        routes.add(
                POST,
                ONE + "/reset",
                request -> Control.done(
                        () -> simulator.account(request.path(ACCOUNT)).reset()));
    }

    private SimulatedResponse list() {
        List<JsonObject> items = new ArrayList<>();
        simulator.state().accounts().forEach(account -> items.add(described(account)));
        return SimulatedResponse.ok(Map.of("items", items));
    }

    private SimulatedResponse add(SimulatedRequest request) {
        Map<String, @Nullable Object> json = request.jsonObject();
        String id = text(json, "id", "account-" + request.state().randomHex(8));
        simulator.addAccount(id, text(json, "key", "key-" + id));
        return SimulatedResponse.ok(
                described(Objects.requireNonNull(request.state().account(id))));
    }

    private static String text(Map<String, @Nullable Object> json, String name, String otherwise) {
        Object value = json.get(name);
        return value == null ? otherwise : value.toString();
    }

    private JsonObject described(Account account) {
        JsonObject item = JsonObject.of("id", account.id()).andIfPresent("parent", account.parent());
        String key = simulator.keyOrNull(account.id());
        if (key != null) {
            item.put("key", key);
        }
        return item;
    }
}
