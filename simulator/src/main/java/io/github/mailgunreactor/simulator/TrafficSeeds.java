package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.util.Objects;

/** Prepares what happened to messages of a {@link SimulatedAccount} in one region. */
public final class TrafficSeeds {
    private final SimulatorState state;
    private final String account;
    private final String region;

    TrafficSeeds(SimulatorState state, String account, String region) {
        this.state = state;
        this.account = account;
        this.region = region;
    }

    /**
     * Starts a message to one recipient. Nothing is known of it until something happens to it:
     *
     * <pre>{@code
     * simulator.traffic().message("example.com", "ada@gmail.com").tags("news").accepted().delivered().opened();
     * }</pre>
     *
     * @param domain the sending domain; it is added if nobody has it yet
     * @param recipient an address
     * @throws IllegalArgumentException also if another account or region has the domain
     */
    public SimulatedMessage message(String domain, String recipient) {
        if (Objects.requireNonNull(recipient, "recipient").indexOf('@') < 1) {
            throw new IllegalArgumentException("recipient must be an address, but is \"" + recipient + "\"");
        }
        String name = withDomain(domain);
        String id = state.locked(() -> state.randomHex(16));
        return new SimulatedMessage(state, this::traffic, MessageFacts.of(name, id + "@" + name, recipient));
    }

    /**
     * Adds deliveries of the last day that take no memory, for tests of volume: a million is no problem as long as they
     * are all that there is, and are read without a filter.
     *
     * @param domain as of {@link #message}
     * @param deliveries 1 or more; they take the place of those added this way before
     */
    public void deliveries(String domain, long deliveries) {
        if (deliveries < 1) {
            throw new IllegalArgumentException("deliveries must be 1 or more, but is " + deliveries);
        }
        String name = withDomain(domain);
        state.locked(() -> traffic()
                .addBulk(MessageFacts.of(name, "bulk@" + name, "recipient@example.org"), deliveries, state.now()));
    }

    private String withDomain(String domain) {
        String name = DomainRegistry.normalized(Objects.requireNonNull(domain, "domain"));
        state.locked(() -> {
            if (DomainRegistry.of(state).find(account, region, name) == null) {
                new DomainSeeds(state, account, region).add(name);
            }
        });
        return name;
    }

    private Traffic traffic() {
        return Traffic.of(state, Objects.requireNonNull(state.account(account), () -> "account " + account), region);
    }
}
