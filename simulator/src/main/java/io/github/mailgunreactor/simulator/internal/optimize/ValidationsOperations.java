package io.github.mailgunreactor.simulator.internal.optimize;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validations of addresses, which know what can be known without the network: whether it is an address, a role, one of a few
 * disposable or mistyped domains; {@code .invalid} has no mail servers.
 */
public final class ValidationsOperations implements Operations {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Set<String> ROLES =
            Set.of("abuse", "admin", "info", "noreply", "postmaster", "sales", "support", "webmaster");
    private static final Set<String> DISPOSABLE = Set.of("guerrillamail.com", "mailinator.com", "yopmail.com");
    private static final Map<String, String> MISTYPED = Map.of(
            "gmial.com", "gmail.com",
            "gamil.com", "gmail.com",
            "hotmial.com", "hotmail.com",
            "yahooo.com", "yahoo.com");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v4/address/validate", ValidationsOperations::validate);
        // Not in the OpenAPI file, but other clients validate by it: the address in a form is in no log of URLs.
        routes.add(POST, "/v4/address/validate", ValidationsOperations::validate)
                .readOnly();
    }

    private static SimulatedResponse validate(SimulatedRequest request) {
        String address = request.parameter("address");
        if (address == null || address.isBlank()) {
            throw new Refusal(400, "'address' parameter is required");
        }
        new FormValues(request.query()).flag("provider_lookup", true);
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        String domain = at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
        String meant = MISTYPED.get(domain);
        boolean isRole = ROLES.contains(local.toLowerCase(Locale.ROOT));
        JsonObject fields = JsonObject.of("address", address)
                .and("did_you_mean", meant == null ? null : local + '@' + meant)
                .and("is_disposable_address", DISPOSABLE.contains(domain))
                .and("is_role_address", isRole)
                .and("root_address", local.replaceFirst("(?<=.)\\+.*", "") + (at < 0 ? "" : '@' + domain));
        if (!ADDRESS.matcher(address).matches()) {
            judge(fields, "undeliverable", "high", "malformed address; missing @ sign or domain");
        } else if (domain.endsWith(".invalid") || meant != null) {
            judge(fields, "undeliverable", "high", "No MX records found");
        } else if (DISPOSABLE.contains(domain)) {
            judge(fields, "do_not_send", "high", "mailbox_is_disposable_address");
        } else if (isRole) {
            judge(fields, "deliverable", "medium", "mailbox_is_role_address");
        } else {
            judge(fields, "deliverable", "low");
        }
        return SimulatedResponse.ok(fields);
    }

    private static void judge(Map<String, @Nullable Object> fields, String result, String risk, String... reasons) {
        fields.put("reason", List.of(reasons));
        fields.put("result", result);
        fields.put("risk", risk);
    }
}
