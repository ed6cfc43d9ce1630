package io.github.mailgunreactor.simulator.internal.ips;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An IP address of one account, shared with others or its own. */
public final class OwnedIp {
    private final String address;
    private final boolean dedicated;
    private final Instant createdAt;
    private final Set<String> subaccounts = new LinkedHashSet<>();
    private boolean enabled = true;
    private @Nullable WarmupPlan warmup;
    private @Nullable Instant poolsChangedAt;
    private @Nullable Instant domainsChangedAt;

    public OwnedIp(String address, boolean dedicated, Instant createdAt) {
        this.address = address;
        this.dedicated = dedicated;
        this.createdAt = createdAt;
    }

    String address() {
        return address;
    }

    public boolean dedicated() {
        return dedicated;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The subaccounts to which the address is linked. */
    Set<String> subaccounts() {
        return subaccounts;
    }

    boolean enabled() {
        return enabled;
    }

    public void disable() {
        enabled = false;
    }

    /** The warm-up if it is on the way, else {@code null}. */
    @Nullable
    WarmupPlan warmup(Instant now) {
        return warmup == null || warmup.isOver(now) ? null : warmup;
    }

    void warmUp(@Nullable WarmupPlan plan) {
        warmup = plan;
    }

    /** The host name to which the address resolves. */
    String rdns() {
        return "ip" + address.replace('.', '-').replace(':', '-') + ".mailgun.net";
    }

    @Nullable
    Instant poolsChangedAt() {
        return poolsChangedAt;
    }

    void poolsChanged(Instant now) {
        poolsChangedAt = now;
    }

    @Nullable
    Instant domainsChangedAt() {
        return domainsChangedAt;
    }

    void domainsChanged(Instant now) {
        domainsChangedAt = now;
    }
}
