package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to take from a domain: one address, its dedicated IP pool, or everything. */
public final class DomainIpRemoval {
    private final String target;
    private final Params replacement;

    private DomainIpRemoval(String target, Params replacement) {
        this.target = target;
        this.replacement = replacement;
    }

    /** One address. It cannot be taken while a dedicated IP pool is linked to the domain. */
    public static DomainIpRemoval ofIp(String ip) {
        return new DomainIpRemoval(IpArgument.require("ip", ip), Params.NONE);
    }

    /** The dedicated IP pool that is linked to the domain, with what the domain sends from instead. */
    public static DomainIpRemoval ofLinkedPool(IpReplacement replacement) {
        return new DomainIpRemoval("ip_pool", replacement.params());
    }

    /** Every address. The domain cannot send any more: for Mailgun's sending it no longer exists. */
    public static DomainIpRemoval ofEverything() {
        return new DomainIpRemoval("all", Params.NONE);
    }

    String target() {
        return target;
    }

    Params replacement() {
        return replacement;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DomainIpRemoval removal
                && target.equals(removal.target)
                && replacement.equals(removal.replacement);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, replacement);
    }

    @Override
    public String toString() {
        return "DomainIpRemoval[" + target + (replacement.isEmpty() ? "" : " " + replacement) + "]";
    }
}
