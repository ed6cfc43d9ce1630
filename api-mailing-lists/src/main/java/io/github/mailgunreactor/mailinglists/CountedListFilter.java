package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** At which position of the account's mailing lists to start, and which to leave out. */
public final class CountedListFilter extends ParamSet<CountedListFilter> {
    private static final CountedListFilter ALL = new CountedListFilter(Params.NONE).pageSize(100);

    private CountedListFilter(Params params) {
        super(params, CountedListFilter::new);
    }

    /** All lists. */
    public static CountedListFilter all() {
        return ALL;
    }

    /** Only the list of this address. */
    public CountedListFilter address(String address) {
        return with("address", Arguments.requireText("address", address));
    }

    /** How many lists to pass over first. Default: none. */
    public CountedListFilter skip(long lists) {
        return with("skip", Arguments.requireRange("lists", lists, 0, Long.MAX_VALUE));
    }

    /**
     * How many lists one request gets.
     *
     * @param lists 1 to 1000; default 100. Mailgun documents no maximum
     */
    public CountedListFilter pageSize(int lists) {
        return with("limit", Arguments.requireRange("lists", lists, 1, 1000));
    }
}
