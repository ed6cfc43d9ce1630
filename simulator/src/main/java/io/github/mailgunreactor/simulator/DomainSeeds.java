package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.domains.DomainLife;
import io.github.mailgunreactor.simulator.internal.domains.DomainName;
import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.DomainsOperations;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Prepares the sending domains of a {@link SimulatedAccount} in one region, and the DNS that they need.
 *
 * <p>Two names have a meaning, for programs that cannot call this: the DNS records of domains below
 * {@code published.example} are always there, and certificates of tracking hosts with the web prefix {@code expired} expire
 * at once.
 */
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
     * Adds a domain that is ready to send: its DNS records are there, and it is verified.
     *
     * @param name the domain's name, which nobody may have yet, in no account and no region
     */
    public void add(String name) {
        add(name, SendingDomain.Type.CUSTOM, domain -> {
            DomainLife life = new DomainLife(state);
            life.publish(domain);
            life.verify(domain);
        });
    }

    /**
     * Adds a domain that is not verified yet, as creating one does.
     *
     * @param name as of {@link #add}
     */
    public void addUnverified(String name) {
        add(name, SendingDomain.Type.CUSTOM, domain -> {});
    }

    /**
     * Adds a sandbox domain, which is ready to send and cannot be deleted.
     *
     * @param name as of {@link #add}
     */
    public void addSandbox(String name) {
        add(name, SendingDomain.Type.SANDBOX, domain -> {});
    }

    private void add(String name, SendingDomain.Type type, Consumer<SendingDomain> then) {
        if (!DomainName.isValid(Objects.requireNonNull(name, "name"))) {
            throw new IllegalArgumentException("name must be a domain name, but is \"" + name + "\"");
        }
        state.locked(() -> {
            if (DomainRegistry.of(state).isTaken(account, name)) {
                throw new IllegalArgumentException("name must be new, but \"" + name + "\" is taken");
            }
            SendingDomain domain = DomainsOperations.made(state, account, region, name, type);
            DomainsOperations.add(state, domain);
            then.accept(domain);
        });
    }

    /**
     * Publishes every DNS record that a domain needs now, as its owner would; verifying it will find them. Records that it
     * needs later, such as that of another key, need another call.
     */
    public void publishDnsRecords(String name) {
        with(name, domain -> new DomainLife(state).publish(domain));
    }

    /** Takes every DNS record that a domain needs now away again; verifying it will notice. */
    public void withdrawDnsRecords(String name) {
        with(name, domain -> new DomainLife(state).withdraw(domain));
    }

    /**
     * Disables a domain, as Mailgun does with those of bad senders.
     *
     * @param reason as it is shown
     */
    public void disable(String name, String reason) {
        Objects.requireNonNull(reason, "reason");
        with(name, domain -> domain.disable(reason));
    }

    private void with(String name, Consumer<SendingDomain> action) {
        Objects.requireNonNull(name, "name");
        state.locked(() -> {
            SendingDomain domain = DomainRegistry.of(state).find(account, region, name);
            if (domain == null) {
                throw new IllegalArgumentException(
                        "name must be that of a domain in " + region + ", but is \"" + name + "\"");
            }
            action.accept(domain);
        });
    }
}
