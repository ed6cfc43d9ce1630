package io.github.mailgunreactor.simulator.internal.ips;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dedicated IP pool, and the subaccounts to which it is delegated. */
final class DedicatedPool {
    private final String id;
    private final Map<String, Instant> ips = new LinkedHashMap<>();
    private final Set<String> subaccounts = new LinkedHashSet<>();
    private String name;
    private String description;

    DedicatedPool(String id, String name, String description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    String description() {
        return description;
    }

    void describe(String newDescription) {
        description = newDescription;
    }

    List<String> ips() {
        return List.copyOf(ips.keySet());
    }

    boolean has(String ip) {
        return ips.containsKey(ip);
    }

    void add(String ip, Instant now) {
        ips.putIfAbsent(ip, now);
    }

    boolean remove(String ip) {
        return ips.remove(ip) != null;
    }

    /** When each address came into the pool. */
    Map<String, Instant> assignments() {
        return ips;
    }

    /** The subaccounts that may use the pool. */
    Set<String> subaccounts() {
        return subaccounts;
    }
}
