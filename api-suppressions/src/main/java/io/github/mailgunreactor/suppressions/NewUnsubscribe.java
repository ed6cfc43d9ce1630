package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An unsubscribe to be recorded. */
public final class NewUnsubscribe extends ParamSet<NewUnsubscribe> implements NewSuppression {
    private NewUnsubscribe(Params params) {
        super(params, NewUnsubscribe::new);
    }

    /** An address that wants no more mail from the domain, or of the {@link #tags} that are set. */
    public static NewUnsubscribe of(String address) {
        return new NewUnsubscribe(Params.NONE).with("address", Arguments.requireText("address", address));
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

    /** When they unsubscribed; it travels in whole seconds. Default: when Mailgun receives it. */
    public NewUnsubscribe createdAt(Instant createdAt) {
        return with("created_at", createdAt);
    }

    boolean hasTags() {
        return params().first("tags") != null;
    }

    @Override
    public String address() {
        return (String) Objects.requireNonNull(params().first("address"));
    }
}
