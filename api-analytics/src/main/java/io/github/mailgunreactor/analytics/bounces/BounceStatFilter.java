package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which statistics of bounces to list. */
public final class BounceStatFilter extends ParamSet<BounceStatFilter> {
    private BounceStatFilter(Params params) {
        super(params, BounceStatFilter::new);
    }

    /** All statistics, grouped as Mailgun does by default. */
    public static BounceStatFilter all() {
        return new BounceStatFilter(Params.NONE);
    }

    /** What to group by: {@code subaccount.id}, {@code domain.name}, {@code entity-id} or {@code rule-id}. */
    public BounceStatFilter groupBy(String field) {
        return with("group", Arguments.requireText("field", field));
    }

    /**
     * How many statistics to give at most, those with most bounces; there is no further page.
     *
     * @param items 1 or more
     */
    public BounceStatFilter pageSize(int items) {
        return with("limit", Arguments.requireRange("items", items, 1, Integer.MAX_VALUE));
    }

    /** Whether to count the bounces of all subaccounts too. Default: {@code false}. */
    public BounceStatFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }
}
