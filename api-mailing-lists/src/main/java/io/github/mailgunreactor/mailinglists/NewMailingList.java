package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** A mailing list to be created. */
public final class NewMailingList extends ParamSet<NewMailingList> {
    private NewMailingList(Params params) {
        super(params, NewMailingList::new);
    }

    /**
     * A list to which only the account itself may send.
     *
     * @param address at a domain of the account, such as {@code news@example.com}, also with a name: {@code News <news@example.com>}
     */
    public static NewMailingList of(String address) {
        return new NewMailingList(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** The name of the list. Default: that of the address, or empty. */
    public NewMailingList name(String name) {
        return with("name", name);
    }

    /** What the list is for. Default: empty. */
    public NewMailingList description(String description) {
        return with("description", description);
    }

    /** Who may send to the list. Default: {@link ListAccessLevel#READONLY}. */
    public NewMailingList accessLevel(ListAccessLevel level) {
        return with("access_level", level);
    }

    /** Where replies go. Default: {@link ReplyPreference#LIST}, but with the access level {@code readonly} to the sender. */
    public NewMailingList replyPreference(ReplyPreference preference) {
        return with("reply_preference", preference);
    }
}
