package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Where in a listing to start. Templates are in the order of their names, versions in that of their tags. */
public final class TemplateFilter extends ParamSet<TemplateFilter> {
    private static final int LARGEST_PAGE = 100;

    private static final TemplateFilter ALL = new TemplateFilter(Params.NONE);

    private TemplateFilter(Params params) {
        super(params, TemplateFilter::new);
    }

    /** Everything, in the largest pages that Mailgun has. */
    public static TemplateFilter all() {
        return ALL;
    }

    /** What comes after a name or tag, which need not be there. */
    public TemplateFilter after(String nameOrTag) {
        return with("page", "next").with("p", Arguments.requireText("nameOrTag", nameOrTag));
    }

    /**
     * The page that ends right before a name or tag, which need not be there. A listing goes on from there to the end; to go
     * backwards, take one page: {@code list(owner, all().before(name)).pages().next()}.
     */
    public TemplateFilter before(String nameOrTag) {
        return with("page", "previous").with("p", Arguments.requireText("nameOrTag", nameOrTag));
    }

    /** What the last page has. It excludes {@link #after} and {@link #before}. */
    public TemplateFilter lastPage() {
        if (params().first("p") != null) {
            throw new IllegalArgumentException("lastPage must not be combined with after or before");
        }
        return with("page", "last");
    }

    /**
     * How many entries one request gets.
     *
     * @param entries 1 to 100, which is the default
     */
    public TemplateFilter pageSize(int entries) {
        return with("limit", Arguments.requireRange("entries", entries, 1, LARGEST_PAGE));
    }
}
