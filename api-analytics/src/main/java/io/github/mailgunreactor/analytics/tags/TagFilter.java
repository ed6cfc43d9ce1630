package io.github.mailgunreactor.analytics.tags;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which tags of an account to list. */
public final class TagFilter extends ParamSet<TagFilter> {
    private static final int LARGEST_PAGE = 1000;
    private static final int LARGEST_PAGE_WITH_METRICS = 20;

    private TagFilter(Params params) {
        super(params, TagFilter::new);
    }

    /** Every tag. */
    public static TagFilter all() {
        return new TagFilter(Params.NONE).pagination("limit", LARGEST_PAGE).pagination("include_total", true);
    }

    /** Only this tag, and tags that begin with it. */
    public TagFilter tag(String tagOrPrefix) {
        return with("tag", Arguments.requireText("tagOrPrefix", tagOrPrefix));
    }

    /** Whether to list the tags of all subaccounts too. Default: {@code false}. */
    public TagFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** Whether to give the metrics of each tag. Default: {@code false}. Pages then have at most 20 tags. */
    public TagFilter includeMetrics(boolean include) {
        TagFilter changed = with("include_metrics", include);
        return include && changed.limit() > LARGEST_PAGE_WITH_METRICS
                ? changed.pagination("limit", LARGEST_PAGE_WITH_METRICS)
                : changed;
    }

    /**
     * Sorts by a column, lowest first.
     *
     * @param column such as {@code lastseen}
     */
    public TagFilter sortAscending(String column) {
        return pagination("sort", Arguments.requireText("column", column) + ":asc");
    }

    /**
     * Sorts by a column, highest first.
     *
     * @param column such as {@code lastseen}
     */
    public TagFilter sortDescending(String column) {
        return pagination("sort", Arguments.requireText("column", column) + ":desc");
    }

    /** Whether to count all tags: without it the end is only known by one more, empty page. Default: {@code true}. */
    public TagFilter includeTotal(boolean include) {
        return pagination("include_total", include);
    }

    /**
     * How many tags a page has.
     *
     * @param tags 1 to 1000, which is the default; with metrics 1 to 20
     */
    public TagFilter pageSize(int tags) {
        boolean withMetrics = Boolean.TRUE.equals(params().first("include_metrics"));
        return pagination(
                "limit",
                Arguments.requireRange("tags", tags, 1, withMetrics ? LARGEST_PAGE_WITH_METRICS : LARGEST_PAGE));
    }

    /**
     * How many tags to leave out at the beginning.
     *
     * @param tags 0 or more
     */
    public TagFilter skip(long tags) {
        return pagination("skip", Arguments.requireRange("tags", tags, 0, Long.MAX_VALUE));
    }

    private int limit() {
        return pagination().first("limit") instanceof Integer limit ? limit : LARGEST_PAGE;
    }

    private Params pagination() {
        return params().first("pagination") instanceof Params pagination ? pagination : Params.NONE;
    }

    private TagFilter pagination(String name, Object value) {
        return copy(params().with("pagination", pagination().with(name, value)));
    }
}
