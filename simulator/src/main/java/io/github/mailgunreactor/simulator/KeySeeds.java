package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.keys.IpAllowlistOperations;
import io.github.mailgunreactor.simulator.internal.keys.KeysOperations;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prepares the API keys of a {@link SimulatedAccount} and its IP allowlist. */
public final class KeySeeds {
    private final SimulatorState state;
    private final String account;

    KeySeeds(SimulatorState state, String account) {
        this.state = state;
        this.account = account;
    }

    /**
     * Adds a key of kind {@code user} that does not expire.
     *
     * @param role {@code admin}, {@code developer}, or {@code basic}, which may only read
     * @param description as it is listed
     */
    public SimulatedKey add(String role, String description) {
        if (!role.equals("admin") && !role.equals("developer") && !role.equals("basic")) {
            throw new IllegalArgumentException("role must be admin, developer or basic, but is \"" + role + "\"");
        }
        return add("user", role, description, null, null, null);
    }

    /**
     * Adds an admin key that expires, by the simulator's clock.
     *
     * @param lifetime above zero
     */
    public SimulatedKey addExpiring(Duration lifetime, String description) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("lifetime must be above zero, but is " + lifetime);
        }
        return add("user", "admin", description, null, null, lifetime);
    }

    /** Adds a sending key of a domain: any operation but sending responses it with 401. */
    public SimulatedKey addForDomain(String domainName, String description) {
        return add("domain", "sending", description, Objects.requireNonNull(domainName, "domainName"), null, null);
    }

    /**
     * Adds an admin key that belongs to a user, as those of the control panel do: with it one can ask who one is.
     *
     * @param userId the id of a user, such as one of {@link SimulatedAccount#users}
     */
    public SimulatedKey addForUser(String userId, String description) {
        return add("user", "admin", description, null, Objects.requireNonNull(userId, "userId"), null);
    }

    private SimulatedKey add(
            String kind,
            String role,
            String description,
            @Nullable String domainName,
            @Nullable String user,
            @Nullable Duration lifetime) {
        Objects.requireNonNull(description, "description");
        StoredKey key = state.locked(() ->
                KeysOperations.issue(state, account, kind, role, description, domainName, null, user, null, lifetime));
        return new SimulatedKey(key.id(), key.secret());
    }

    /**
     * Bounds how many keys the account may have; creating one more responses 403.
     *
     * @param keys 1 or more
     */
    public void limit(int keys) {
        if (keys < 1) {
            throw new IllegalArgumentException("keys must be 1 or more, but is " + keys);
        }
        state.locked(() -> account()
                .global()
                .get(KeysOperations.Quota.class, KeysOperations.Quota::new)
                .set(keys));
    }

    /**
     * Puts an address on the IP allowlist.
     *
     * @param address an IPv4 or IPv6 address, or a range of them as a CIDR
     * @param description as it is listed
     */
    public void allow(String address, String description) {
        if (!IpAllowlistOperations.isAddressOrCidr(address)) {
            throw new IllegalArgumentException("address must be an IP address or CIDR, but is \"" + address + "\"");
        }
        Objects.requireNonNull(description, "description");
        state.locked(() -> account()
                .global()
                .get(IpAllowlistOperations.Entries.class, IpAllowlistOperations.Entries::new)
                .put(address, description));
    }

    private Account account() {
        return Objects.requireNonNull(state.account(account), () -> "account " + account);
    }
}
