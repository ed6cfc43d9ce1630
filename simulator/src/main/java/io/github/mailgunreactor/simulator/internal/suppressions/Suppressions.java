package io.github.mailgunreactor.simulator.internal.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The suppression lists of one sending domain, each in the order of its addresses, as the responses show their rows. */
public final class Suppressions {
    private static final DateTimeFormatter WITH_ZONE_NAME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

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
        return WITH_ZONE_NAME.format(instant);
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
