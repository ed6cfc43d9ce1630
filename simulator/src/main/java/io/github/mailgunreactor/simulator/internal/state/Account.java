package io.github.mailgunreactor.simulator.internal.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account or subaccount, with what is the same in every region and what is bound to one. */
public final class Account {

    /** Whether an account can be used. */
    public enum Status {
        OPEN,
        DISABLED,
        CLOSED
    }

    private final String id;
    private final @Nullable String parent;
    private final Instant createdAt;
    private final Store global = new Store();
    private final Map<String, Store> regional = new HashMap<>();
    private String name;
    private Status status = Status.OPEN;
    private Instant updatedAt;

    public Account(String id, @Nullable String parent, String name, Instant createdAt) {
        this.id = id;
        this.parent = parent;
        this.name = name;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public String id() {
        return id;
    }

    /** The account that this one is a subaccount of, or {@code null}. */
    public @Nullable String parent() {
        return parent;
    }

    public boolean isSubaccountOf(Account other) {
        return other.id.equals(parent);
    }

    public String name() {
        return name;
    }

    public void rename(String other, Instant now) {
        name = other;
        updatedAt = now;
    }

    public Status status() {
        return status;
    }

    public void setStatus(Status other, Instant now) {
        status = other;
        updatedAt = now;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
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
