package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The unsubscribes of a domain. */
public final class UnsubscribesOperations extends SuppressionListOperations<Suppressions.Unsubscribe> {
    /** Stands for all tags. */
    public static final String EVERYTHING = "*";

    public UnsubscribesOperations() {
        super(new Words(
                "unsubscribes",
                "address",
                "Address has been added to the unsubscribes table",
                "addresses have been added to the unsubscribes table",
                "Unsubscribe event has been removed",
                "Unsubscribe addresses for this domain have been removed",
                "Address not found in unsubscribers table",
                "Unsubscribe event for this tag does not exist",
                true));
    }

    @Override
    NavigableMap<String, Suppressions.Unsubscribe> rows(Suppressions suppressions) {
        return suppressions.unsubscribes();
    }

    @Override
    String key(Suppressions.Unsubscribe row) {
        return row.address();
    }

    @Override
    Suppressions.Unsubscribe row(Parameters sent, Instant now) {
        List<String> tags =
                sent.all("tags").stream().filter(tag -> !tag.isBlank()).toList();
        return new Suppressions.Unsubscribe(
                address(sent), tags.isEmpty() ? List.of(EVERYTHING) : tags, createdAt(sent, now));
    }

    @Override
    Map<String, Object> described(Suppressions.Unsubscribe row) {
        return Map.of("address", row.address());
    }
}
