package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which statistics of bounces to list. */
public final class BounceStatFilter extends ParamSet<BounceStatFilter> {
    /** All statistics, grouped as Mailgun does by default. */
    public static final BounceStatFilter ALL = new BounceStatFilter(Params.NONE);

    private BounceStatFilter(Params params) {
        super(params);
    }

    @Override
    protected BounceStatFilter copy(Params params) {
        return new BounceStatFilter(params);
    }

    /** What to group by: {@code subaccount.id}, {@code domain.name}, {@code entity-id} or {@code rule-id}. */
    public BounceStatFilter group(String field) {
        return with("group", Arguments.requireText("field", field));
    }

    /**
     * How many statistics to give.
     *
     * @param items 1 or more
     */
    public BounceStatFilter limit(int items) {
        return with("limit", Arguments.requireRange("items", items, 1, Integer.MAX_VALUE));
    }

    /** Whether to count the bounces of all subaccounts too. Default: {@code false}. */
    public BounceStatFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }
}
