package io.github.mailgunreactor.simulator.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account or subaccount, with what is the same in every region and what is bound to one. */
public final class Account {
    private final String id;
    private final @Nullable String parent;
    private final Store global = new Store();
    private final Map<String, Store> regional = new HashMap<>();

    public Account(String id, @Nullable String parent) {
        this.id = id;
        this.parent = parent;
    }

    public String id() {
        return id;
    }

    /** The account that this one is a subaccount of, or {@code null}. */
    public @Nullable String parent() {
        return parent;
    }

    /** Account data, keys, domain names. */
    public Store global() {
        return global;
    }

    /** Domain settings, suppressions, events, IPs. */
    public Store inRegion(String region) {
        return regional.computeIfAbsent(region, r -> new Store());
    }
}
