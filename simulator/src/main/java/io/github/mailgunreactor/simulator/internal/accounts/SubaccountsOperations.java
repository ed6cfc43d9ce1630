package io.github.mailgunreactor.simulator.internal.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.domains.DomainLife;
import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subaccounts of an account: what is made here can act, and own keys and domains. */
public final class SubaccountsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(10, 1000);
    private static final List<String> FEATURES =
            List.of("email_preview", "inbox_placement", "sending", "validations", "validations_bulk");
    private static final String PATH = "/v5/accounts/subaccounts";
    private static final String ONE = PATH + "/{subaccount_id}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, SubaccountsOperations::list);
        routes.add(POST, PATH, SubaccountsOperations::create);
        routes.add(DELETE, PATH, SubaccountsOperations::delete).forDisabled();
        routes.add(GET, ONE, request -> described(request, named(request)));
        routes.add(POST, ONE + "/disable", SubaccountsOperations::disable);
        routes.add(POST, ONE + "/enable", SubaccountsOperations::enable);
        routes.add(PUT, ONE + "/features", SubaccountsOperations::changeFeatures);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        FormValues query = new FormValues(request.query());
        String name = query.textOrNull("filter", null);
        List<Account> subaccounts = new ArrayList<>(request.state().accounts());
        subaccounts.removeIf(account -> !account.isSubaccountOf(request.account())
                || (name != null && !account.name().equals(name))
                || (request.query().has("enabled")
                        && query.flag("enabled", true)
                                != status(request, account).equals("open"))
                || (request.query().has("closed")
                        && !query.flag("closed", true)
                        && account.status() == Account.Status.CLOSED));
        Comparator<Account> byName = Comparator.comparing(Account::name);
        switch (query.oneOf("sort", List.of("", "asc", "desc"), "")) {
            case "asc" -> subaccounts.sort(byName);
            case "desc" -> subaccounts.sort(byName.reversed());
            default -> {
                // as they were made
            }
        }
        JsonObject page = PageStyles.skipLimit(
                request, LIMIT, "total", Rows.of(subaccounts), account -> fields(request, account));
        return SimulatedResponse.ok(page.renamed("items", "subaccounts"));
    }

    private static SimulatedResponse create(SimulatedRequest request) {
        String name = request.parameter("name");
        if (name == null || name.isBlank()) {
            throw new Refusal(400, "name is required");
        }
        if (request.account().parent() != null) {
            throw new Refusal(400, "a subaccount cannot have subaccounts");
        }
        Account account =
                new Account(request.state().randomHex(24), request.account().id(), name, request.now());
        request.state().add(account);
        return described(request, account);
    }

    /** The victim is the one that the header names: a key of its own does not do. */
    private static SimulatedResponse delete(SimulatedRequest request) {
        Account victim = request.account();
        if (request.header("X-Mailgun-On-Behalf-Of") == null) {
            throw new Refusal(400, "Bad request");
        }
        victim.setStatus(Account.Status.CLOSED, request.now());
        request.state().keys().removeAll(victim.id());
        new DomainLife(request.state()).deleteAllOf(victim.id());
        return SimulatedResponse.message(200, "Subaccount successfully deleted");
    }

    private static SimulatedResponse disable(SimulatedRequest request) {
        Account account = named(request);
        Refusal.where(account.status() != Account.Status.OPEN, 400, "subaccount is already disabled");
        account.setStatus(Account.Status.DISABLED, request.now());
        return described(request, account);
    }

    private static SimulatedResponse enable(SimulatedRequest request) {
        Account account = named(request);
        Refusal.where(account.status() == Account.Status.CLOSED, 400, "subaccount is closed");
        MonthlyLimit.of(account, request.region()).enable(request.now());
        account.setStatus(Account.Status.OPEN, request.now());
        return described(request, account);
    }

    private static SimulatedResponse changeFeatures(SimulatedRequest request) {
        Features features = Features.of(named(request));
        Refusal.where(!features.change(request, FEATURES), 400, "No valid updates provided");
        return SimulatedResponse.ok(Map.of("features", features.described()));
    }

    private static Account named(SimulatedRequest request) {
        return Refusal.requireNonNull(find(request), 404, "Not Found");
    }

    /** The subaccount that the path names, or {@code null} if the account of the request has no such one. */
    static @Nullable Account find(SimulatedRequest request) {
        Account account = request.state().account(request.path("subaccount_id"));
        return account != null && account.isSubaccountOf(request.account()) ? account : null;
    }

    private static SimulatedResponse described(SimulatedRequest request, Account account) {
        return SimulatedResponse.ok(Map.of("subaccount", fields(request, account)));
    }

    private static String status(SimulatedRequest request, Account account) {
        boolean spent = MonthlyLimit.of(account, request.region()).isReached(request.now());
        return account.status() == Account.Status.OPEN && spent
                ? "disabled"
                : account.status().name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject fields(SimulatedRequest request, Account account) {
        JsonObject fields = JsonObject.of("id", account.id())
                .and("name", account.name())
                .and("created_at", WireDates.gmt(account.createdAt()))
                .and("updated_at", WireDates.gmt(account.updatedAt()))
                .and("status", status(request, account));
        JsonObject features = Features.of(account).described();
        if (!features.isEmpty()) {
            fields.put("features", features);
        }
        return fields;
    }
}
