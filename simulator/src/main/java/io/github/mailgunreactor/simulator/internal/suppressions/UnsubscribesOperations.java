package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        // A form has them under "tag", JSON under "tags".
        List<String> tags = Stream.concat(sent.all("tag").stream(), sent.all("tags").stream())
                .filter(tag -> !tag.isBlank())
                .distinct()
                .toList();
        return new Suppressions.Unsubscribe(
                address(sent), tags.isEmpty() ? List.of(EVERYTHING) : tags, createdAt(sent, now));
    }

    /** What is left of an address that unsubscribed from some tags when one is taken back. */
    @Override
    Suppressions.@Nullable Unsubscribe without(Suppressions.Unsubscribe row, Parameters query) {
        String tag = query.first("tag");
        if (tag == null || tag.isEmpty() || tag.equals(EVERYTHING)) {
            return null;
        }
        Refusal.where(!row.tags().contains(tag), 404, "Unsubscribe event for this tag does not exist");
        List<String> rest =
                row.tags().stream().filter(each -> !each.equals(tag)).toList();
        return rest.isEmpty() ? null : new Suppressions.Unsubscribe(row.address(), rest, row.createdAt());
    }
}
