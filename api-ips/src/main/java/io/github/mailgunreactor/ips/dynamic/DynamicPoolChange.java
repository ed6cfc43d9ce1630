package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;

/** Addresses to put into a dynamic IP pool, or to take out of it. */
public final class DynamicPoolChange extends ParamSet<DynamicPoolChange> {
    private static final DynamicPoolChange NONE = new DynamicPoolChange(Params.NONE);

    private DynamicPoolChange(Params params) {
        super(params, DynamicPoolChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static DynamicPoolChange none() {
        return NONE;
    }

    /** Puts an address into the pool, besides others: a dedicated one that is in no other dynamic pool. */
    public DynamicPoolChange addIp(String ip) {
        return and("add_ip", IpArgument.require("ip", ip));
    }

    /** Takes an address out of the pool, besides others. */
    public DynamicPoolChange removeIp(String ip) {
        return and("remove_ip", IpArgument.require("ip", ip));
    }

    /** This change if Mailgun can take it. */
    DynamicPoolChange complete() {
        if (params().isEmpty()) {
            throw new IllegalArgumentException("change must add or remove at least one IP address");
        }
        return this;
    }
}
