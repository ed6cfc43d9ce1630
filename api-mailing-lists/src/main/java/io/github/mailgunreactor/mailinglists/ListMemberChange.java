package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to change of a member of a mailing list; what is not set stays as it is. */
public final class ListMemberChange extends ParamSet<ListMemberChange> {
    private static final ListMemberChange NONE = new ListMemberChange(Params.NONE);

    private ListMemberChange(Params params) {
        super(params, ListMemberChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static ListMemberChange none() {
        return NONE;
    }

    /** Another address. */
    public ListMemberChange address(String address) {
        return with("address", Arguments.requireText("address", address));
    }

    /** The display name. */
    public ListMemberChange name(String name) {
        return with("name", name);
    }

    /** The variables, in place of all that are there. */
    public ListMemberChange vars(Map<String, ? extends @Nullable Object> variables) {
        return copy(params().with("vars", variables));
    }

    /** Whether it gets what is sent to the list. */
    public ListMemberChange subscribed(boolean subscribed) {
        return with("subscribed", subscribed);
    }

    /** Shows nothing of whom it is about. */
    @Override
    public String toString() {
        return "ListMemberChange";
    }
}
