package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Of which domains to list the bounces. */
public final class BounceDomainFilter extends ParamSet<BounceDomainFilter> {
    private BounceDomainFilter(Params params) {
        super(params, BounceDomainFilter::new);
    }

    /** Of every domain. */
    public static BounceDomainFilter all() {
        return new BounceDomainFilter(Params.NONE);
    }

    /** Only some domains, such as {@code domain.name:example.com}. */
    public BounceDomainFilter query(String query) {
        return with("query", Arguments.requireText("query", query));
    }

    /**
     * How many domains a page has.
     *
     * @param items 1 or more; Mailgun has a default of its own
     */
    public BounceDomainFilter pageSize(int items) {
        return with("limit", Arguments.requireRange("items", items, 1, Integer.MAX_VALUE));
    }

    /**
     * How many domains to leave out at the beginning.
     *
     * @param items 0 or more
     */
    public BounceDomainFilter skip(long items) {
        return with("skip", Arguments.requireRange("items", items, 0, Long.MAX_VALUE));
    }

    /** Whether to count the bounces of all subaccounts too. Default: {@code false}. */
    public BounceDomainFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }
}
