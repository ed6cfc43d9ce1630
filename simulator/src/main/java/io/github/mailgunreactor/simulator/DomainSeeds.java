package io.github.mailgunreactor.simulator;

import java.util.Objects;

/** Prepares the sending domains of a {@link SimulatedAccount} in one region. */
public final class DomainSeeds {
    private final SimulatorState state;
    private final String account;
    private final String region;

    DomainSeeds(SimulatorState state, String account, String region) {
        this.state = state;
        this.account = account;
        this.region = region;
    }

    /**
     * Adds a domain that is ready to send.
     *
     * @param name the domain's name, which nobody may have yet, in no account and no region
     */
    public void add(String name) {
        checked(name);
        state.locked(() -> {
            DomainRegistry registry = DomainRegistry.of(state);
            if (registry.isTaken(name)) {
                throw new IllegalArgumentException("name must be new, but \"" + name + "\" is taken");
            }
            registry.add(new SendingDomain(account, region, name, state.now()));
        });
    }

    private static void checked(String name) {
        if (!DomainName.isValid(Objects.requireNonNull(name, "name"))) {
            throw new IllegalArgumentException("name must be a domain name, but is \"" + name + "\"");
        }
    }
}
