package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The DNS as the owners of domains fill it, and what Mailgun saw of it when it last looked. */
final class Dns {
    /**
     * Below this name every record is there: for programs in other languages, and for the contract, which cannot publish
     * any in here.
     */
    private static final String PUBLISHED_SUFFIX = ".published.example";

    private final Set<String> published = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    /** That of each world of accounts. */
    private static final class Worlds {
        private final Map<String, Dns> byWorld = new HashMap<>();
    }

    /** As an account sees it. */
    static Dns of(SimulatorState state, String account) {
        return state.shared()
                .get(Worlds.class, Worlds::new)
                .byWorld
                .computeIfAbsent(state.world(account), world -> new Dns());
    }

    /** Forgets what the owners of a world have published; what was there at the start has none of its own. */
    static void forget(SimulatorState state, String account) {
        String world = state.world(account);
        if (!world.isEmpty()) {
            state.shared().get(Worlds.class, Worlds::new).byWorld.remove(world);
        }
    }

    void publish(Collection<DnsEntry> entries) {
        entries.forEach(entry -> published.add(entry.key()));
    }

    void withdraw(Collection<DnsEntry> entries) {
        entries.forEach(entry -> published.remove(entry.key()));
    }

    boolean isPublished(DnsEntry entry) {
        return published.contains(entry.key()) || entry.name().endsWith(PUBLISHED_SUFFIX);
    }

    /** Looks for a record now, and remembers whether it is there. */
    boolean look(DnsEntry entry) {
        boolean found = isPublished(entry);
        if (found) {
            seen.add(entry.key());
        } else {
            seen.remove(entry.key());
        }
        return found;
    }

    /** Whether the record was there at the last look. */
    boolean wasSeen(DnsEntry entry) {
        return seen.contains(entry.key());
    }

    /** Forgets what was seen, not what is published. */
    void forget(Collection<DnsEntry> entries) {
        entries.forEach(entry -> seen.remove(entry.key()));
    }
}
