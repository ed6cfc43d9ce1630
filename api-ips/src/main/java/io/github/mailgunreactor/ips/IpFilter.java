package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which addresses to list. */
public final class IpFilter extends ParamSet<IpFilter> {
    /** Every address. */
    public static final IpFilter ALL = new IpFilter(Params.NONE);

    private IpFilter(Params params) {
        super(params);
    }

    @Override
    protected IpFilter copy(Params params) {
        return new IpFilter(params);
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
