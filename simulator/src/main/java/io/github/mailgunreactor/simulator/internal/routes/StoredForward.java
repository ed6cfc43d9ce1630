package io.github.mailgunreactor.simulator.internal.routes;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A forward.
 *
 * @param domain the domain that it is for, {@code null} for all of the account
 */
record StoredForward(
        String id,
        String account,
        @Nullable String domain,
        String match,
        List<String> urls,
        List<String> recipients,
        boolean store,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Whether it is for mail to a recipient. Mailgun does not document the form of {@code match}: here it is an expression as routes
     * have them, or else an address or a pattern for the whole of one.
     */
    boolean isFor(RouteFilterText.Subject subject, String recipientDomain) {
        if (domain != null && !domain.equals(recipientDomain)) {
            return false;
        }
        RouteFilterText expression = RouteFilterText.read(match);
        if (expression != null) {
            return expression.match(subject) != null;
        }
        PythonPattern pattern = PythonPattern.of(match);
        String recipient = subject.mail().recipient();
        return match.equalsIgnoreCase(recipient)
                || (pattern != null && pattern.pattern().matcher(recipient).matches());
    }

    JsonObject json() {
        JsonObject forward =
                JsonObject.of("urls", urls).and("recipients", recipients).and("store", store);
        JsonObject json = JsonObject.of("id", id).and("account_id", account);
        if (domain != null) {
            json.put("domain_name", domain);
            json.put("domain_id", Integer.toHexString(Objects.hash(account, domain)));
        }
        json.put("match", match);
        json.put("forward", forward);
        json.put("created_at", createdAt.toString());
        json.put("updated_at", updatedAt.toString());
        return json;
    }
}
