package io.github.mailgunreactor.simulator.internal.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To whom the sandbox domain of an account may send. */
public final class SandboxRecipientsOperations implements Operations {
    private static final int MOST = 5;

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v5/sandbox/auth_recipients", SandboxRecipientsOperations::list);
        routes.add(POST, "/v5/sandbox/auth_recipients", SandboxRecipientsOperations::add);
        routes.add(DELETE, "/v5/sandbox/auth_recipients/{email}", SandboxRecipientsOperations::remove);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        List<Object> recipients = new ArrayList<>();
        SandboxRecipients.of(request.account())
                .all()
                .forEach((email, activated) -> recipients.add(fields(email, activated)));
        return SimulatedResponse.ok(Map.of("recipients", recipients));
    }

    private static SimulatedResponse add(SimulatedRequest request) {
        SandboxRecipients recipients = SandboxRecipients.of(request.account());
        String email = checked(request.parameter("email"));
        Refusal.where(
                !recipients.has(email) && recipients.size() >= MOST, 400, "Only 5 sandbox recipients are allowed");
        recipients.add(email);
        return SimulatedResponse.ok(Map.of("recipient", fields(email, recipients.isActivated(email))));
    }

    private static SimulatedResponse remove(SimulatedRequest request) {
        Refusal.where(
                !SandboxRecipients.of(request.account()).remove(checked(request.path("email"))),
                400,
                "Invalid email address.");
        return SimulatedResponse.message(200, "Sandbox recipient deleted.");
    }

    private static String checked(@Nullable String email) {
        if (email == null || email.indexOf('@') < 1) {
            throw new Refusal(400, "Invalid email address.");
        }
        return email;
    }

    private static JsonObject fields(String email, boolean activated) {
        return JsonObject.of("email", email).and("activated", activated);
    }
}
