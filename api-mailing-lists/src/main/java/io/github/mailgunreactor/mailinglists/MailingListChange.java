package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** What is to change of a mailing list; what is not set stays as it is. */
public final class MailingListChange extends ParamSet<MailingListChange> {
    private static final MailingListChange NONE = new MailingListChange(Params.NONE);

    private MailingListChange(Params params) {
        super(params, MailingListChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static MailingListChange none() {
        return NONE;
    }

    /** Another address: the list is found under it from then on, with all its members. */
    public MailingListChange address(String address) {
        return with("address", Arguments.requireText("address", address));
    }

    /** The name of the list. */
    public MailingListChange name(String name) {
        return with("name", name);
    }

    /** What the list is for. */
    public MailingListChange description(String description) {
        return with("description", description);
    }

    /** Who may send to the list. */
    public MailingListChange accessLevel(ListAccessLevel level) {
        return with("access_level", level);
    }

    /** Where replies go. */
    public MailingListChange replyPreference(ReplyPreference preference) {
        return with("reply_preference", preference);
    }

    /** The id of the list, as its events have it. */
    public MailingListChange listId(String id) {
        return with("list_id", Arguments.requireText("id", id));
    }
}
