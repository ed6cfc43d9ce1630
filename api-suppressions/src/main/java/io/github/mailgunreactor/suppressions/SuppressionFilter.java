package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/**
 * Where in a list to start, and what to leave out. Lists are in the order of their addresses, the allowlist in that of its
 * values.
 */
public final class SuppressionFilter extends ParamSet<SuppressionFilter> {
    private static final int LARGEST_PAGE = 1000;

    private static final SuppressionFilter ALL = new SuppressionFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private SuppressionFilter(Params params) {
        super(params, SuppressionFilter::new);
    }

    /** Everything, in the largest pages that Mailgun has. */
    public static SuppressionFilter all() {
        return ALL;
    }

    /** What comes after an address, which need not be on the list. */
    public SuppressionFilter after(String address) {
        return with("page", "next").with("address", Arguments.requireText("address", address));
    }

    /**
     * The page that ends right before an address, which need not be on the list. A listing goes on from there to the end
     * of the list; to go backwards, take one page: {@code list(domain, all().before(address)).pages().next()}.
     */
    public SuppressionFilter before(String address) {
        return with("page", "previous").with("address", Arguments.requireText("address", address));
    }

    /** What the last page has. It excludes {@link #after} and {@link #before}. */
    public SuppressionFilter lastPage() {
        if (params().first("address") != null) {
            throw new IllegalArgumentException("lastPage must not be combined with after or before");
        }
        return with("page", "last");
    }

    /** Only addresses that start with this text. */
    public SuppressionFilter term(String start) {
        return with("term", Arguments.requireText("start", start));
    }

    /**
     * How many entries one request gets.
     *
     * @param entries 1 to 1000, which is the default
     */
    public SuppressionFilter pageSize(int entries) {
        return with("limit", Arguments.requireRange("entries", entries, 1, LARGEST_PAGE));
    }
}
