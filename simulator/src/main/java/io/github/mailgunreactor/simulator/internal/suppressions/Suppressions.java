package io.github.mailgunreactor.simulator.internal.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The suppression lists of one sending domain, each in the order of its addresses, as the responses show their rows. */
public final class Suppressions {
    public record Bounce(
            String address,
            String code,
            String error,
            @JsonProperty("created_at") String createdAt) {}

    public record Complaint(
            String address, @JsonProperty("created_at") String createdAt) {}

    public record Unsubscribe(
            String address,
            List<String> tags,
            @JsonProperty("created_at") String createdAt) {}

    /** The only list whose date is in camel case. */
    public record Allowed(String type, String value, String createdAt, String reason) {}

    private final NavigableMap<String, Bounce> bounces = new TreeMap<>();
    private final NavigableMap<String, Complaint> complaints = new TreeMap<>();
    private final NavigableMap<String, Unsubscribe> unsubscribes = new TreeMap<>();
    private final NavigableMap<String, Allowed> allowlist = new TreeMap<>();

    public static Suppressions of(SendingDomain domain) {
        return domain.store().get(Suppressions.class, Suppressions::new);
    }

    public static String date(Instant instant) {
        return WireDates.utc(instant);
    }

    public void addBounce(String recipient, int code, String error, Instant now) {
        bounces.put(recipient, new Bounce(recipient, Integer.toString(code), error, date(now)));
    }

    public void addComplaint(String recipient, Instant now) {
        complaints.put(recipient, new Complaint(recipient, date(now)));
    }

    /** Adds to the tags that an address has unsubscribed from; no tags are all. */
    public void addUnsubscribe(String recipient, List<String> tags, Instant now) {
        Unsubscribe before = found(unsubscribes, recipient);
        Set<String> all = new LinkedHashSet<>(before == null ? List.of() : before.tags());
        all.addAll(tags.isEmpty() ? List.of(UnsubscribesOperations.EVERYTHING) : tags);
        unsubscribes.put(recipient, new Unsubscribe(recipient, List.copyOf(all), date(now)));
    }

    public boolean hasBounce(String recipient) {
        return found(bounces, recipient) != null;
    }

    public boolean hasComplaint(String recipient) {
        return found(complaints, recipient) != null;
    }

    /** Whether a recipient wants no mail with these tags, or none at all. */
    public boolean hasUnsubscribe(String recipient, List<String> tags) {
        Unsubscribe row = found(unsubscribes, recipient);
        return row != null
                && (row.tags().contains(UnsubscribesOperations.EVERYTHING)
                        || row.tags().stream().anyMatch(tag -> tags.stream().anyMatch(tag::equalsIgnoreCase)));
    }

    /** Whether an address never gets onto the list of bounces. */
    public boolean isAllowed(String recipient) {
        String domain = recipient.substring(recipient.lastIndexOf('@') + 1);
        return found(allowlist, recipient) != null || found(allowlist, domain) != null;
    }

    private static <R> @Nullable R found(NavigableMap<String, R> rows, String key) {
        R row = rows.get(key);
        return row != null ? row : rows.get(key.toLowerCase(Locale.ROOT));
    }

    public NavigableMap<String, Bounce> bounces() {
        return bounces;
    }

    public NavigableMap<String, Complaint> complaints() {
        return complaints;
    }

    public NavigableMap<String, Unsubscribe> unsubscribes() {
        return unsubscribes;
    }

    public NavigableMap<String, Allowed> allowlist() {
        return allowlist;
    }
}
