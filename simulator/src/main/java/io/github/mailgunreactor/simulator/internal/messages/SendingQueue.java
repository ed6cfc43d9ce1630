package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.LinkedHashSet;
import java.util.Set;

/** The messages of a domain that wait for their time, by their keys. */
final class SendingQueue {
    private final Set<String> waiting = new LinkedHashSet<>();

    static SendingQueue of(SimulatorState state, Mail mail) {
        return of(DomainRegistry.of(state).require(mail.account(), mail.region(), mail.domain()));
    }

    static SendingQueue of(SendingDomain domain) {
        return domain.store().get(SendingQueue.class, SendingQueue::new);
    }

    void add(String key) {
        waiting.add(key);
    }

    /** Takes a message out; {@code false} if it does not wait here any more. */
    boolean remove(String key) {
        return waiting.remove(key);
    }

    void clear() {
        waiting.clear();
    }
}
