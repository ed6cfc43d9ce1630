package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/** An unsubscribe to be recorded. */
public final class NewUnsubscribe extends NewSuppression<NewUnsubscribe> {
    private NewUnsubscribe(Params params) {
        super(params);
    }

    @Override
    protected NewUnsubscribe copy(Params params) {
        return new NewUnsubscribe(params);
    }

    /** An address that wants no more mail from the domain, or of the {@link #tags} that are set. */
    public static NewUnsubscribe of(String address) {
        return new NewUnsubscribe(params(address));
    }

    /**
     * The tags to unsubscribe from. Default: {@link Unsubscribe#EVERYTHING}.
     *
     * @param tags one or more
     */
    public NewUnsubscribe tags(List<String> tags) {
        Arguments.requireRange("number of tags", tags.size(), 1, Integer.MAX_VALUE);
        tags.forEach(tag -> Arguments.requireText("tag", tag));
        return with("tags", tags);
    }
}
