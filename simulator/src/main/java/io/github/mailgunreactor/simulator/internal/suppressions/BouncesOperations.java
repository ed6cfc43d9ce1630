package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Objects;

/** The bounces of a domain. */
public final class BouncesOperations extends SuppressionListOperations<Suppressions.Bounce> {
    public static final String DEFAULT_CODE = "550";

    public BouncesOperations() {
        super(new Words(
                "bounces",
                "address",
                "Address has been added to the bounces table",
                "addresses have been added to the bounces table",
                "Bounced address has been removed",
                "Bounced addresses for this domain have been removed",
                "Address not found in bounces table",
                "Address not found in bounces table",
                false));
    }

    @Override
    NavigableMap<String, Suppressions.Bounce> rows(Suppressions suppressions) {
        return suppressions.bounces();
    }

    @Override
    String key(Suppressions.Bounce row) {
        return row.address();
    }

    @Override
    Suppressions.Bounce row(Parameters sent, Instant now) {
        String code = Objects.requireNonNullElse(sent.first("code"), "");
        return new Suppressions.Bounce(
                address(sent),
                code.isEmpty() ? DEFAULT_CODE : code,
                Objects.requireNonNullElse(sent.first("error"), ""),
                createdAt(sent, now));
    }
}
