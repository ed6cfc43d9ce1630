package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every sending domain of every account. A domain lives in one account and one region; its name is taken everywhere, as
 * it is in the DNS.
 */
public final class DomainRegistry {
    private final SimulatorState state;
    private final Map<String, SendingDomain> byName = new LinkedHashMap<>();

    private DomainRegistry(SimulatorState state) {
        this.state = state;
    }

    public static DomainRegistry of(SimulatorState state) {
        return state.shared().get(DomainRegistry.class, () -> new DomainRegistry(state));
    }

    /** The domain that a path variable names; refuses one that the account does not have in the region of the request. */
    public static SendingDomain named(SimulatedRequest request, String variable) {
        return of(request.state()).require(request.account().id(), request.region(), request.path(variable));
    }

    /** Names of domains are the same in upper and lower case. */
    public static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether somebody in the world of an account has the domain. */
    public boolean isTaken(String account, String name) {
        return byName.containsKey(key(account, name));
    }

    private String key(String account, String name) {
        return state.world(account) + '/' + normalized(name);
    }

    void add(SendingDomain domain) {
        byName.put(key(domain.account(), domain.name()), domain);
    }

    void remove(SendingDomain domain) {
        byName.remove(key(domain.account(), domain.name()));
    }

    /** The domain if the account has it in the region, else {@code null}. */
    public @Nullable SendingDomain find(String account, String region, String name) {
        SendingDomain domain = byName.get(key(account, name));
        return domain != null && domain.isIn(account, region) ? domain : null;
    }

    /** As {@link #find}; refuses a domain that the account does not have in the region. */
    public SendingDomain require(String account, String region, String name) {
        return Refusal.requireNonNull(find(account, region, name), 404, "Domain not found: " + name);
    }

    /** What an account has in all regions, oldest first. */
    List<SendingDomain> of(String account) {
        return byName.values().stream()
                .filter(domain -> domain.account().equals(account))
                .toList();
    }

    /** What an account has in a region, oldest first. */
    public List<SendingDomain> of(String account, String region) {
        return byName.values().stream()
                .filter(domain -> domain.isIn(account, region))
                .toList();
    }
}
