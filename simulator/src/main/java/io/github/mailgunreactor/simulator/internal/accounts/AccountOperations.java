package io.github.mailgunreactor.simulator.internal.accounts;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The settings of an account, and the HTTP signing key. */
public final class AccountOperations implements Operations {
    private static final List<String> FEATURES = List.of("webhooks_redact_pii", "ai_insights");

    @Override
    public void register(Routes routes) {
        routes.add(PUT, "/v5/accounts", AccountOperations::change);
        routes.add(PUT, "/v5/accounts/features", AccountOperations::changeFeatures);
        routes.add(
                POST, "/v5/accounts/resend_activation_email", request -> SimulatedResponse.ok(Map.of("success", true)));
        routes.add(
                GET,
                "/v5/accounts/http_signing_key",
                request -> signingKey("success", signingKey(request).text()));
        routes.add(
                POST,
                "/v5/accounts/http_signing_key",
                request -> signingKey(
                        "regenerated HTTP signing key for account",
                        signingKey(request).renew(request.state())));
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        Parameters query = request.query();
        Refusal.where(
                Stream.of("name", "inactive_session_timeout", "absolute_session_timeout", "logout_redirect_url")
                        .noneMatch(query::has),
                400,
                "Either `name`, `absolute_timeout`, `inactive_timeout`, or `logout_redirect_url` must be provided to"
                        + " update account info.");
        String name = query.first("name");
        if (name != null) {
            request.account().rename(name, request.now());
        }
        return SimulatedResponse.message(200, "Account info has been updated");
    }

    private static SimulatedResponse changeFeatures(SimulatedRequest request) {
        Refusal.where(!Features.of(request.account()).change(request, FEATURES), 400, "No valid updates provided");
        return SimulatedResponse.ok(Map.of("success", true));
    }

    private static SigningKey signingKey(SimulatedRequest request) {
        return SigningKey.of(request.state(), request.account());
    }

    private static SimulatedResponse signingKey(String message, String key) {
        return SimulatedResponse.ok(JsonObject.of("message", message).and("http_signing_key", key));
    }
}
