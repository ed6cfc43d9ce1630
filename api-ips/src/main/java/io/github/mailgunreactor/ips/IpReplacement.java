package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;

/** What domains send from after their dedicated IP pool is gone: an address or another pool. */
public final class IpReplacement extends ParamSet<IpReplacement> {
    private IpReplacement(Params params) {
        super(params, IpReplacement::new);
    }

    /** A dedicated address that is in no other pool. */
    public static IpReplacement ofIp(String ip) {
        return new IpReplacement(Params.NONE).with("ip", IpArgument.require("ip", ip));
    }

    /** Shared addresses that Mailgun picks; the account must be eligible for them. */
    public static IpReplacement ofSharedIp() {
        return new IpReplacement(Params.NONE).with("ip", IpArgument.SHARED);
    }

    /** Another dedicated IP pool with at least one address. */
    public static IpReplacement ofPool(String poolId) {
        return new IpReplacement(Params.NONE).with("pool_id", Arguments.requireText("poolId", poolId));
    }
}
