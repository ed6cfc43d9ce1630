package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** At which position of the members of a list to start, and whom to leave out. */
public final class CountedMemberFilter extends ParamSet<CountedMemberFilter> {
    private static final int LARGEST_PAGE = 100;

    private static final CountedMemberFilter ALL = new CountedMemberFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private CountedMemberFilter(Params params) {
        super(params, CountedMemberFilter::new);
    }

    /** Everybody, subscribed or not. */
    public static CountedMemberFilter all() {
        return ALL;
    }

    /** Only this address. */
    public CountedMemberFilter address(String address) {
        return with("address", Arguments.requireText("address", address));
    }

    /** Only those who are subscribed, or only those who are not. */
    public CountedMemberFilter subscribed(boolean subscribed) {
        return with("subscribed", subscribed);
    }

    /** How many members to pass over first. Default: none. */
    public CountedMemberFilter skip(long members) {
        return with("skip", Arguments.requireRange("members", members, 0, Long.MAX_VALUE));
    }

    /**
     * How many members one request gets.
     *
     * @param members 1 to 100, which is the default
     */
    public CountedMemberFilter pageSize(int members) {
        return with("limit", Arguments.requireRange("members", members, 1, LARGEST_PAGE));
    }

    /** Shows nothing of whom it is about. */
    @Override
    public String toString() {
        return "CountedMemberFilter";
    }
}
