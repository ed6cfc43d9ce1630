package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which tags of a domain to list. */
public final class DomainTagFilter extends ParamSet<DomainTagFilter> {
    private static final int LARGEST_PAGE = 1000;

    private DomainTagFilter(Params params) {
        super(params, DomainTagFilter::new);
    }

    /** Every tag. */
    public static DomainTagFilter all() {
        return new DomainTagFilter(Params.NONE).pageSize(LARGEST_PAGE);
    }

    /** Only tags that begin with this text. */
    public DomainTagFilter prefix(String prefix) {
        return with("prefix", Arguments.requireText("prefix", prefix));
    }

    /** Only tags that come after this one. */
    public DomainTagFilter after(String tag) {
        return with("page", "next").with("tag", Arguments.requireText("tag", tag));
    }

    /**
     * How many tags a page has.
     *
     * @param tags 1 to 1000, which is the default
     */
    public DomainTagFilter pageSize(int tags) {
        return with("limit", Arguments.requireRange("tags", tags, 1, LARGEST_PAGE));
    }
}
