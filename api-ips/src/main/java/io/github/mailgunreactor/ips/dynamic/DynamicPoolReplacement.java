package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Collection;
import java.util.List;

/** What a domain sends from after it has left the dynamic IP pools: addresses or a dedicated pool. */
public final class DynamicPoolReplacement extends ParamSet<DynamicPoolReplacement> {
    private DynamicPoolReplacement(Params params) {
        super(params, DynamicPoolReplacement::new);
    }

    /** One address that is in no pool. */
    public static DynamicPoolReplacement ofIp(String ip) {
        return ofIps(List.of(ip));
    }

    /**
     * Addresses that are in no pool.
     *
     * @param ips one or more; if more, dedicated ones
     */
    public static DynamicPoolReplacement ofIps(Collection<String> ips) {
        if (ips.isEmpty()) {
            throw new IllegalArgumentException("ips must be one or more");
        }
        return new DynamicPoolReplacement(Params.NONE)
                .with(
                        "replacement_ip",
                        ips.stream().map(ip -> IpArgument.require("ips", ip)).toList());
    }

    /** A shared address that Mailgun picks; the account must be eligible for it. */
    public static DynamicPoolReplacement ofSharedIp() {
        return new DynamicPoolReplacement(Params.NONE).with("replacement_ip", IpArgument.SHARED);
    }

    /** A dedicated IP pool. */
    public static DynamicPoolReplacement ofPool(String poolId) {
        return new DynamicPoolReplacement(Params.NONE)
                .with("replacement_pool_id", Arguments.requireText("poolId", poolId));
    }
}
