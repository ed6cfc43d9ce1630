package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;

/** A dedicated IP pool to be made. */
public final class NewIpPool extends ParamSet<NewIpPool> {
    private NewIpPool(Params params) {
        super(params, NewIpPool::new);
    }

    /**
     * A pool without addresses.
     *
     * @param name a short name
     * @param description what the pool is for
     */
    public static NewIpPool of(String name, String description) {
        return new NewIpPool(Params.NONE)
                .with("name", Arguments.requireText("name", name))
                .with("description", Arguments.requireText("description", description));
    }

    /** Puts an address into the pool, besides others: a dedicated one of the account that is in no other pool. */
    public NewIpPool ip(String ip) {
        return and("ip", IpArgument.require("ip", ip));
    }
}
