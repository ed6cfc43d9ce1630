package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Objects;

/** The addresses and domains that never get onto the list of bounces. */
public final class AllowlistOperations extends SuppressionListOperations<Suppressions.Allowed> {
    public static final String ADDRESS = "address";
    public static final String DOMAIN = "domain";

    public AllowlistOperations() {
        super(new Words(
                "whitelists",
                "value",
                "Address/Domain has been added to the allowlists table",
                null,
                "Allowlist address/domain has been removed",
                "Allowlist addresses/domains for this domain have been removed",
                "Address/Domain not found in allowlist table",
                "Address/Domain not found in allowlist table",
                true));
    }

    @Override
    NavigableMap<String, Suppressions.Allowed> rows(Suppressions suppressions) {
        return suppressions.allowlist();
    }

    @Override
    String key(Suppressions.Allowed row) {
        return row.value();
    }

    @Override
    Suppressions.Allowed row(Parameters sent, Instant now) {
        String address = Objects.requireNonNullElse(sent.first(ADDRESS), "");
        String domain = Objects.requireNonNullElse(sent.first(DOMAIN), "");
        String reason = Objects.requireNonNullElse(sent.first("reason"), "");
        if (!address.isBlank()) {
            return new Suppressions.Allowed(ADDRESS, address(sent), createdAt(sent, now), reason);
        }
        Refusal.where(domain.isBlank(), 400, "Missing mandatory parameter: address/domain");
        return new Suppressions.Allowed(DOMAIN, domain, createdAt(sent, now), reason);
    }

    @Override
    JsonObject described(Suppressions.Allowed row) {
        return JsonObject.of("type", row.type()).and("value", row.value());
    }
}
