package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that prepares what is there, each kind of thing a list:
 *
 * <pre>{@code
 * {"domains": [{"name": "example.com"}, {"name": "new.org", "state": "unverified"}],
 *  "keys": [{"role": "basic", "description": "may only read"}],
 *  "ips": [{"address": "203.0.113.7"}],
 *  "suppressions": [{"domain": "example.com", "list": "bounces", "address": "gone@example.org", "code": 550}],
 *  "traffic": [{"domain": "example.com", "recipient": "ada@example.org", "events": ["accepted", "delivered"]}]}
 * }</pre>
 *
 * <p>Each may name an {@code account} and a {@code region}; the first ones are meant otherwise. What is wrong is told as an
 * {@code IllegalArgumentException}.
 */
final class ControlSeeds {
    private static final Set<String> KINDS = Set.of("domains", "keys", "ips", "suppressions", "traffic");

    private final Simulator simulator;

    ControlSeeds(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Prepares everything, domains first. */
    void apply(Map<String, @Nullable Object> json) {
        json.keySet().stream().filter(kind -> !KINDS.contains(kind)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(
                    "a seed must be one of " + KINDS.stream().sorted().toList() + ", but is \"" + unknown + "\"");
        });
        each(json, "domains", this::domain);
        each(json, "keys", this::key);
        each(json, "ips", (account, seed) -> account.ips().addDedicated(required(seed, "address")));
        each(json, "suppressions", this::suppression);
        each(json, "traffic", this::traffic);
    }

    private interface Seed {
        void apply(SimulatedAccount account, Map<String, @Nullable Object> seed);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private void each(Map<String, @Nullable Object> json, String kind, Seed action) {
        Object list = json.get(kind);
        if (list == null) {
            return;
        }
        if (!(list instanceof List<?> seeds)) {
            throw new IllegalArgumentException(kind + " must be a list");
        }
        for (Object seed : seeds) {
            if (!(seed instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException(kind + " must be a list of objects");
            }
            Map<String, @Nullable Object> typed = (Map<String, @Nullable Object>) fields;
            SimulatedAccount account =
                    typed.get("account") == null ? simulator.account() : simulator.account(required(typed, "account"));
            action.apply(typed.get("region") == null ? account : account.inRegion(required(typed, "region")), typed);
        }
    }

    private void domain(SimulatedAccount account, Map<String, @Nullable Object> seed) {
        String name = required(seed, "name");
        switch (text(seed, "state", "active")) {
            case "active" -> account.domains().add(name);
            case "unverified" -> account.domains().addUnverified(name);
            case "sandbox" -> account.domains().addSandbox(name);
            case "disabled" -> {
                account.domains().add(name);
                account.domains().disable(name, text(seed, "reason", "seeded"));
            }
            default -> throw new IllegalArgumentException("state must be active, unverified, sandbox or disabled");
        }
    }

    private void key(SimulatedAccount account, Map<String, @Nullable Object> seed) {
        String description = text(seed, "description", "seeded");
        if (seed.get("domain") == null) {
            account.keys().add(text(seed, "role", "admin"), description);
        } else {
            account.keys().addForDomain(required(seed, "domain"), description);
        }
    }

    private void suppression(SimulatedAccount account, Map<String, @Nullable Object> seed) {
        SuppressionSeeds lists = account.suppressions(required(seed, "domain"));
        String address = required(seed, "address");
        switch (required(seed, "list")) {
            case "bounces" ->
                lists.addBounce(address, text(seed, "code", "550"), text(seed, "error", "No such mailbox"));
            case "complaints" -> lists.addComplaint(address);
            case "unsubscribes" -> lists.addUnsubscribe(address, texts(seed, "tags"));
            case "allowlist" -> {
                if (address.contains("@")) {
                    lists.allowAddress(address);
                } else {
                    lists.allowDomain(address);
                }
            }
            default ->
                throw new IllegalArgumentException("list must be bounces, complaints, unsubscribes or allowlist");
        }
    }

    private void traffic(SimulatedAccount account, Map<String, @Nullable Object> seed) {
        SimulatedMessage message = account.traffic()
                .message(required(seed, "domain"), required(seed, "recipient"))
                .tags(texts(seed, "tags"));
        for (String event : texts(seed, "events")) {
            switch (event) {
                case "accepted" -> message.accepted();
                case "delivered" -> message.delivered();
                case "failed" -> message.hardBounced(550, "No such mailbox");
                case "opened" -> message.opened();
                case "clicked" -> message.clicked(text(seed, "url", "https://example.com/"));
                case "unsubscribed" -> message.unsubscribed();
                case "complained" -> message.complained();
                default -> throw new IllegalArgumentException("unknown event \"" + event + "\"");
            }
        }
    }

    static int number(Map<String, @Nullable Object> json, String name, int otherwise) {
        Object value = json.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.toString());
        } catch (NumberFormatException notANumber) {
            throw new Refusal(400, name + " must be a number, but is \"" + value + "\"");
        }
    }

    private static String required(Map<String, @Nullable Object> seed, String name) {
        Object value = seed.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.toString();
    }

    private static String text(Map<String, @Nullable Object> seed, String name, String otherwise) {
        return Objects.requireNonNullElse(seed.get(name), otherwise).toString();
    }

    private static String[] texts(Map<String, @Nullable Object> seed, String name) {
        return seed.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }
}
