package io.github.mailgunreactor.simulator.internal.accounts;

import static io.github.mailgunreactor.core.Method.GET;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of an account, which the API only reads. */
public final class UsersOperations implements Operations {
    private static final List<String> ROLES = List.of("basic", "billing", "support", "developer", "admin");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v5/users", UsersOperations::list);
        routes.add(GET, "/v5/users/me", UsersOperations::own);
        routes.add(GET, "/v5/users/{user_id}", UsersOperations::get);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        String role = request.query().has("role") ? new FormValues(request.query()).oneOf("role", ROLES, "") : null;
        List<Users.User> users = new ArrayList<>(of(request).all());
        users.removeIf(user -> role != null && !role.equals(user.role()));
        JsonObject page = PageStyles.skipLimit(
                request, PageLimit.DEFAULT, "total", Rows.of(users), user -> fields(request, user));
        return SimulatedResponse.ok(page.renamed("items", "users"));
    }

    private static SimulatedResponse get(SimulatedRequest request) {
        return described(request, of(request).find(request.path("user_id")), 404, "No such user exists");
    }

    private static SimulatedResponse own(SimulatedRequest request) {
        return described(request, of(request).find(request.keyUser()), 403, "Incompatible key for this endpoint");
    }

    private static Users of(SimulatedRequest request) {
        return Users.of(request.state(), request.account());
    }

    private static SimulatedResponse described(
            SimulatedRequest request, Users.@Nullable User user, int status, String otherwise) {
        if (user == null) {
            throw new Refusal(status, otherwise);
        }
        return SimulatedResponse.ok(fields(request, user));
    }

    private static JsonObject fields(SimulatedRequest request, Users.User user) {
        int at = user.email().lastIndexOf('@');
        return JsonObject.of("id", user.id())
                .and("activated", true)
                .and("name", user.name())
                .and("is_disabled", false)
                .and("email", user.email())
                .and(
                        "email_details",
                        Map.of(
                                "address", user.email(),
                                "is_valid", true,
                                "parts",
                                        Map.of(
                                                "local_part", user.email().substring(0, at),
                                                "domain", user.email().substring(at + 1))))
                .and("role", user.role())
                .and("account_id", request.account().id())
                .and("opened_ip", "127.0.0.1")
                .and("is_master", user.isMaster())
                .and("metadata", Map.of())
                .and("tfa_enabled", false)
                .and("tfa_active", false)
                .and("tfa_created_at", null)
                .and("password_updated_at", null)
                .and("preferences", Map.of("time_zone", "UTC"))
                .and("auth", Map.of("method", "password", "prior_method", "", "prior_details", Map.of()))
                .and("github_user_id", null)
                .and("salesforce_user_id", null)
                .and("migration_status", "");
    }
}
