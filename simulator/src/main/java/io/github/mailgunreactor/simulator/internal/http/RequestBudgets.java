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

    /** Sending messages, one for each request. */
    public static final String MESSAGES = "messages";

    /** Sending messages, one for each recipient. */
    public static final String RECIPIENTS = "recipients";

    private static final Map<String, Limit> GROUPS = Map.of(
            SUPPRESSIONS, new Limit(2500, Duration.ofSeconds(15)),
            DOMAIN_VERIFY, new Limit(10, Duration.ofSeconds(60)),
            MESSAGES, new Limit(1_000_000, Duration.ofSeconds(60)),
            RECIPIENTS, new Limit(10_000_000, Duration.ofSeconds(60)));

    /** How the state of a budget travels. */
    private enum Family {
        REQUEST("x-request-limit", "x-request-remaining", "x-request-reset"),
        RATE("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"),
        RECIPIENT("X-Recipient-Limit", "X-Recipient-Remaining", "X-Recipient-Reset");

        private final String limit;
        private final String remaining;
        private final String reset;

        Family(String limit, String remaining, String reset) {
            this.limit = limit;
            this.remaining = remaining;
            this.reset = reset;
        }

        static Family of(String budget) {
            return switch (budget) {
                case SUPPRESSIONS, DOMAIN_VERIFY -> REQUEST;
                case RECIPIENTS -> RECIPIENT;
                default -> RATE;
            };
        }
    }

    /** How many requests a window takes. */
    public record Limit(int requests, Duration window) {}

    private static final class Window {
        private Instant end = Instant.MIN;
        private int used;
    }

    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();

    public RequestBudgets(Map<String, Limit> configured) {
        limits.putAll(GROUPS);
        limits.putAll(configured);
    }

    public static boolean isGroup(String name) {
        return GROUPS.containsKey(name);
    }

    /** What one request took from a budget. */
    record Charge(String budget, boolean spent, int limit, int remaining, Instant reset, Instant now) {

        /** The refusal of a request for which nothing was left. */
        SimulatedResponse refusal(@Nullable String domain) {
            long seconds = Math.max(1, Duration.between(now, reset).toSeconds());
            return addTo(
                    switch (budget) {
                        case SUPPRESSIONS, DOMAIN_VERIFY ->
                            SimulatedResponse.json(429, Map.of("retry-seconds", seconds));
                        case MESSAGES, RECIPIENTS ->
                            SimulatedResponse.message(
                                    429,
                                    "Domain " + domain + " is not allowed to send: account-"
                                            + (budget.equals(MESSAGES) ? "requests" : "recipients")
                                            + "-per-sec limit exceeded, try again after " + seconds + " seconds");
                        default -> SimulatedResponse.message(429, "Too Many Requests");
                    });
        }

        SimulatedResponse addTo(SimulatedResponse response) {
            Family family = Family.of(budget);
            return response.header(family.limit, String.valueOf(limit))
                    .header(family.remaining, String.valueOf(remaining))
                    .header(family.reset, String.valueOf(reset.toEpochMilli()));
        }
    }

    /** Takes one request from the budget of the route; {@code null} if it has none. */
    @Nullable
    Charge charge(Route route, String account, String region, Instant now) {
        String limited;
        synchronized (this) {
            limited = limits.containsKey(route.operation()) ? route.operation() : route.budget();
        }
        return charge(limited, route.budget(), 1, account, region, now);
    }

    /** Takes some from a budget; {@code null} if there is no such budget. */
    @Nullable
    Charge charge(String budget, int amount, String account, String region, Instant now) {
        return charge(budget, budget, amount, account, region, now);
    }

    private synchronized @Nullable Charge charge(
            String limited, String shown, int amount, String account, String region, Instant now) {
        Limit limit = limits.get(limited);
        if (limit == null) {
            return null;
        }
        Window window = windows.computeIfAbsent(account + '\n' + region + '\n' + limited, name -> new Window());
        if (!now.isBefore(window.end)) {
            window.end = now.plus(limit.window());
            window.used = 0;
        }
        boolean spent = window.used > limit.requests() - amount;
        if (!spent) {
            window.used += amount;
        }
        return new Charge(shown, spent, limit.requests(), limit.requests() - window.used, window.end, now);
    }

    public synchronized void reset() {
        windows.clear();
    }

    /** Fills those of an account. */
    public synchronized void reset(String account) {
        windows.keySet().removeIf(window -> window.startsWith(account + '\n'));
    }
}
