package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** How to list the addresses that are being warmed up. */
public final class IpWarmupFilter extends ParamSet<IpWarmupFilter> {
    private static final IpWarmupFilter ALL = new IpWarmupFilter(Params.NONE).pageSize(100);

    private IpWarmupFilter(Params params) {
        super(params, IpWarmupFilter::new);
    }

    /** Every address, 100 to a request. */
    public static IpWarmupFilter all() {
        return ALL;
    }

    /**
     * How many addresses a request asks for.
     *
     * @param addresses 1 or more. Default: 100; Mailgun gives 10 where it is not told, and documents no largest page
     */
    public IpWarmupFilter pageSize(int addresses) {
        return with("limit", Arguments.requireRange("addresses", addresses, 1, Integer.MAX_VALUE));
    }
}
