package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The addresses of all dynamic IP pools: dedicated ones of the account. Each pool needs at least one that is not being
 * warmed up, and no address can be in two of them.
 */
public final class DynamicPoolIps extends ParamSet<DynamicPoolIps> {
    private static final DynamicPoolIps NONE = new DynamicPoolIps(Params.NONE);

    private static final String GOOD = "good_reputation";
    private static final String POOR = "poor_reputation";
    private static final String NEW = "new_senders";

    private DynamicPoolIps(Params params) {
        super(params, DynamicPoolIps::new);
    }

    /** No addresses yet: what every set starts from. */
    public static DynamicPoolIps empty() {
        return NONE;
    }

    /** Puts an address, besides others, into the pool of domains with a good reputation. */
    public DynamicPoolIps goodReputation(String ip) {
        return and(GOOD, IpArgument.require("ip", ip));
    }

    /** Puts an address, besides others, into the pool of domains with a poor reputation. */
    public DynamicPoolIps poorReputation(String ip) {
        return and(POOR, IpArgument.require("ip", ip));
    }

    /** Puts an address, besides others, into the pool of domains that have yet to gain a reputation. */
    public DynamicPoolIps newSenders(String ip) {
        return and(NEW, IpArgument.require("ip", ip));
    }

    /** These addresses if Mailgun can take them. */
    DynamicPoolIps complete() {
        for (String pool : List.of(GOOD, POOR, NEW)) {
            if (params().first(pool) == null) {
                throw new IllegalArgumentException("ips must have at least one for " + pool);
            }
        }
        Set<Object> seen = new HashSet<>();
        params().forEach((pool, ips) -> {
            for (Object ip : ips instanceof List<?> list ? list : List.of(ips)) {
                if (!seen.add(ip)) {
                    throw new IllegalArgumentException("ips must differ: one of " + pool + " is there already");
                }
            }
        });
        return this;
    }
}
