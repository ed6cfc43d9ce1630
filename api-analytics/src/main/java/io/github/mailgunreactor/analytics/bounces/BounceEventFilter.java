package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which bounces of a domain to list. */
public final class BounceEventFilter extends ParamSet<BounceEventFilter> {
    private BounceEventFilter(Params params) {
        super(params, BounceEventFilter::new);
    }

    /** The bounces that a rule classified. */
    public static BounceEventFilter ofRule(String ruleId) {
        return new BounceEventFilter(Params.NONE).with("rule-id", Arguments.requireText("ruleId", ruleId));
    }

    /** The page that a link of an earlier response led to. */
    public static BounceEventFilter ofPage(String page) {
        return new BounceEventFilter(Params.NONE).with("page", Arguments.requireText("page", page));
    }

    /** Only bounces by this provider or spam filter. */
    public BounceEventFilter entity(String entityId) {
        return with("entity-id", Arguments.requireText("entityId", entityId));
    }

    /** Sorts by a field, lowest first. Default: by {@code @timestamp}. */
    public BounceEventFilter sortAscending(String field) {
        return with("sort", Arguments.requireText("field", field) + ":asc");
    }

    /** Sorts by a field, highest first. */
    public BounceEventFilter sortDescending(String field) {
        return with("sort", Arguments.requireText("field", field) + ":desc");
    }

    /**
     * How many bounces a page has.
     *
     * @param items 1 or more; Mailgun has a default of its own
     */
    public BounceEventFilter pageSize(int items) {
        return with("limit", Arguments.requireRange("items", items, 1, Integer.MAX_VALUE));
    }
}
