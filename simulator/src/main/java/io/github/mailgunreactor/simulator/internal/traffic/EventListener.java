package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Is told of everything that happens to messages that were sent, under the lock of the state. Found by {@link
 * ServiceLoader}; what it remembers it keeps in a store, as operations do.
 */
public interface EventListener {

    void happened(SimulatorState state, Account account, String region, MessageEvent event);

    /** Finds the listeners, which reads files: before there is an event loop that would have to. */
    static void findAll() {
        Objects.requireNonNull(Listeners.ALL);
    }

    /** Tells every listener that is there. */
    static void tellAll(SimulatorState state, Account account, String region, MessageEvent event) {
        Listeners.ALL.forEach(listener -> listener.happened(state, account, region, event));
    }

    /** Found once. */
    final class Listeners {
        private static final List<EventListener> ALL =
                ServiceLoader.load(EventListener.class, EventListener.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        private Listeners() {}
    }
}
