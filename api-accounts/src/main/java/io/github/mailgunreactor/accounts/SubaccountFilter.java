package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which subaccounts to list, and in which order. */
public final class SubaccountFilter extends ParamSet<SubaccountFilter> {
    private static final int LARGEST_PAGE = 1000;

    private static final SubaccountFilter ALL = new SubaccountFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private SubaccountFilter(Params params) {
        super(params, SubaccountFilter::new);
    }

    /** Every subaccount. */
    public static SubaccountFilter all() {
        return ALL;
    }

    /** Only the subaccounts with this name. */
    public SubaccountFilter name(String name) {
        return with("filter", Arguments.requireText("name", name));
    }

    /** Only those that are enabled, or only those that are disabled. Default: both. */
    public SubaccountFilter enabled(boolean enabled) {
        return with("enabled", enabled);
    }

    /** With those that are closed, or without them. Default: with them, as far as the other conditions let them. */
    public SubaccountFilter closed(boolean closed) {
        return with("closed", closed);
    }

    /** The order. */
    public SubaccountFilter sort(SubaccountSort sort) {
        return with("sort", sort);
    }

    /** How many subaccounts to leave out at the start. Default: 0. */
    public SubaccountFilter skip(long subaccounts) {
        return with("skip", Arguments.requireRange("subaccounts", subaccounts, 0, Long.MAX_VALUE));
    }

    /** How many subaccounts a request asks for: 1 to 1000, which is the default. */
    public SubaccountFilter pageSize(int subaccounts) {
        return with("limit", Arguments.requireRange("subaccounts", subaccounts, 1, LARGEST_PAGE));
    }
}
