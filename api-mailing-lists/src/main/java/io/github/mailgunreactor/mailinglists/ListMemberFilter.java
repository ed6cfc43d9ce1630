package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Where among the members of a list to start, in the order of their addresses, and whom to leave out. */
public final class ListMemberFilter extends ParamSet<ListMemberFilter> {
    private static final ListMemberFilter ALL = new ListMemberFilter(Params.NONE).pageSize(100);

    private ListMemberFilter(Params params) {
        super(params, ListMemberFilter::new);
    }

    /** Everybody, subscribed or not. */
    public static ListMemberFilter all() {
        return ALL;
    }

    /** Only those who are subscribed, or only those who are not. */
    public ListMemberFilter subscribed(boolean subscribed) {
        return with("subscribed", subscribed);
    }

    /** What comes after an address, which need not be on the list. */
    public ListMemberFilter after(String address) {
        return with("page", "next").with("address", Arguments.requireText("address", address));
    }

    /**
     * The page that ends right before an address, which need not be on the list. A listing goes on from there to the end
     * of the list; to go backwards, take one page: {@code list(list, all().before(address)).pages().next()}.
     */
    public ListMemberFilter before(String address) {
        return with("page", "prev").with("address", Arguments.requireText("address", address));
    }

    /** What the last page has. It excludes {@link #after} and {@link #before}. */
    public ListMemberFilter lastPage() {
        if (params().first("address") != null) {
            throw new IllegalArgumentException("lastPage must not be combined with after or before");
        }
        return with("page", "last");
    }

    /**
     * How many members one request gets.
     *
     * @param members 1 to 1000; default 100. Mailgun documents no maximum
     */
    public ListMemberFilter pageSize(int members) {
        return with("limit", Arguments.requireRange("members", members, 1, 1000));
    }

    /** Shows nothing of whom it is about. */
    @Override
    public String toString() {
        return "ListMemberFilter";
    }
}
