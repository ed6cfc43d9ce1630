package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which addresses to list. */
public final class IpFilter extends ParamSet<IpFilter> {
    private static final IpFilter ALL = new IpFilter(Params.NONE);

    private IpFilter(Params params) {
        super(params, IpFilter::new);
    }

    /** Every address. */
    public static IpFilter all() {
        return ALL;
    }

    /** With {@code true} only dedicated addresses. */
    public IpFilter dedicated(boolean only) {
        return with("dedicated", only);
    }

    /** With {@code true} only enabled addresses. */
    public IpFilter enabled(boolean only) {
        return with("enabled", only);
    }
}
