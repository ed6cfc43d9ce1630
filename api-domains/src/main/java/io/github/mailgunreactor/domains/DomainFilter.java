package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which domains to list, and in which order. */
public final class DomainFilter extends ParamSet<DomainFilter> {
    private static final int LARGEST_PAGE = 1000;

    private static final DomainFilter ALL = new DomainFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private DomainFilter(Params params) {
        super(params, DomainFilter::new);
    }

    /** Every domain, the newest first. */
    public static DomainFilter all() {
        return ALL;
    }

    /** Only domains in this state. */
    public DomainFilter state(DomainState state) {
        return with("state", state);
    }

    /** Only domains that sign with the keys of this one. Mailgun ignores it where a {@link #state} is asked for. */
    public DomainFilter authority(String domain) {
        return with("authority", Arguments.requireText("domain", domain));
    }

    /** Only domains whose name has this text in it. */
    public DomainFilter search(String partOfName) {
        return with("search", Arguments.requireText("partOfName", partOfName));
    }

    /** Whether to list the domains of all subaccounts too. Default: no. */
    public DomainFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** The order. Default: the newest first. */
    public DomainFilter sort(DomainSort sort) {
        return with("sort", sort);
    }

    /** How many domains to leave out at the start. Default: 0. */
    public DomainFilter skip(long domains) {
        return with("skip", Arguments.requireRange("domains", domains, 0, Long.MAX_VALUE));
    }

    /** How many domains a request asks for: 1 to 1000, which is the default. */
    public DomainFilter pageSize(int domains) {
        return with("limit", Arguments.requireRange("domains", domains, 1, LARGEST_PAGE));
    }
}
