package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Of whose messages to count the bounces, by who refused or by rule. */
public final class BounceEntityFilter extends ParamSet<BounceEntityFilter> {
    private BounceEntityFilter(Params params) {
        super(params, BounceEntityFilter::new);
    }

    /** Of all messages of the account. */
    public static BounceEntityFilter all() {
        return new BounceEntityFilter(Params.NONE);
    }

    /** Whether to count the bounces of all subaccounts too. Default: {@code false}. */
    public BounceEntityFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }
}
