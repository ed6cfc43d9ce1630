package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which tags of a domain to list. */
public final class TagFilter extends ParamSet<TagFilter> {
    private static final int LARGEST_PAGE = 1000;

    /** Every tag. */
    public static final TagFilter ALL = new TagFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private TagFilter(Params params) {
        super(params);
    }

    @Override
    protected TagFilter copy(Params params) {
        return new TagFilter(params);
    }

    /** Only tags that begin with this text. */
    public TagFilter prefix(String prefix) {
        return with("prefix", Arguments.requireText("prefix", prefix));
    }

    /** Only tags that come after this one. */
    public TagFilter after(String tag) {
        return with("page", "next").with("tag", Arguments.requireText("tag", tag));
    }

    /**
     * How many tags a page has.
     *
     * @param tags 1 to 1000, which is the default
     */
    public TagFilter pageSize(int tags) {
        return with("limit", Arguments.requireRange("tags", tags, 1, LARGEST_PAGE));
    }
}
