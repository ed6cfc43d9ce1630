package io.github.mailgunreactor.simulator.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests in fixed windows, per account, region and budget. A budget belongs to one operation or is shared by a
 * group; its state travels in headers of the family that the live API uses for the group.
 */
public final class RequestBudgets {
    /** Shared by bounces, complaints, unsubscribes and the allowlist. */
    public static final String SUPPRESSIONS = "suppressions";

    /** Verifying domains. */
    public static final String DOMAIN_VERIFY = "domain-verify";

    /** How many requests a window takes. */
    public record Limit(int requests, Duration window) {}

    private static final class Window {
        private Instant end = Instant.MIN;
        private int used;
    }

    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();

    public RequestBudgets(Map<String, Limit> configured) {
        limits.put(SUPPRESSIONS, new Limit(2500, Duration.ofSeconds(15)));
        limits.put(DOMAIN_VERIFY, new Limit(10, Duration.ofSeconds(60)));
        limits.putAll(configured);
    }

    public static boolean isGroup(String name) {
        return name.equals(SUPPRESSIONS) || name.equals(DOMAIN_VERIFY);
    }

    /** What one request took from its budget. */
    record Charge(boolean spent, boolean requestFamily, int limit, int remaining, Instant reset, Instant now) {

        /** The refusal of a request for which nothing was left. */
        SimulatedResponse refusal() {
            long seconds = Math.max(1, Duration.between(now, reset).toSeconds());
            SimulatedResponse response = requestFamily
                    ? SimulatedResponse.json(429, Map.of("retry-seconds", seconds))
                    : SimulatedResponse.message(429, "Too Many Requests");
            return addTo(response);
        }

        SimulatedResponse addTo(SimulatedResponse response) {
            String prefix = requestFamily ? "x-request-" : "X-RateLimit-";
            return response.header(prefix + (requestFamily ? "limit" : "Limit"), String.valueOf(limit))
                    .header(prefix + (requestFamily ? "remaining" : "Remaining"), String.valueOf(remaining))
                    .header(prefix + (requestFamily ? "reset" : "Reset"), String.valueOf(reset.toEpochMilli()));
        }
    }

    /** Takes one request from the budget of the route; {@code null} if it has none. */
    synchronized @Nullable Charge charge(Route route, String account, String region, Instant now) {
        String budget = limits.containsKey(route.operation()) ? route.operation() : route.budget();
        Limit limit = limits.get(budget);
        if (limit == null) {
            return null;
        }
        Window window = windows.computeIfAbsent(account + '\n' + region + '\n' + budget, name -> new Window());
        if (!now.isBefore(window.end)) {
            window.end = now.plus(limit.window());
            window.used = 0;
        }
        boolean spent = window.used >= limit.requests();
        if (!spent) {
            window.used++;
        }
        return new Charge(
                spent, isGroup(route.budget()), limit.requests(), limit.requests() - window.used, window.end, now);
    }

    public synchronized void reset() {
        windows.clear();
    }
}
