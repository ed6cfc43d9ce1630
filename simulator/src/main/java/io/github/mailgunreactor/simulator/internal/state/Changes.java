package io.github.mailgunreactor.simulator.internal.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells whoever watches what kind of thing has changed, so that they look again. It is told from any thread, often under
 * a lock: who watches only takes note.
 */
public final class Changes {

    /** What there is to look at. */
    public enum Topic {
        MESSAGES,
        EVENTS,
        REQUESTS,
        /** What is posted to applications: something new, an attempt, or none any more. */
        DELIVERIES,
        /** Anything else: domains, lists, faults, time. */
        STATE
    }

    private final List<Consumer<Topic>> watchers = new CopyOnWriteArrayList<>();

    public void tell(Topic topic) {
        watchers.forEach(watcher -> watcher.accept(topic));
    }

    public void add(Consumer<Topic> watcher) {
        watchers.add(watcher);
    }

    public void remove(Consumer<Topic> watcher) {
        watchers.remove(watcher);
    }
}
