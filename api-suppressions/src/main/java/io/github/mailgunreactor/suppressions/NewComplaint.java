package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.Objects;

/** A complaint to be recorded. */
public final class NewComplaint extends ParamSet<NewComplaint> implements NewSuppression {
    private NewComplaint(Params params) {
        super(params, NewComplaint::new);
    }

    /** A complaint from an address, which Mailgun no longer sends to from then on. */
    public static NewComplaint of(String address) {
        return new NewComplaint(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** When they complained; it travels in whole seconds. Default: when Mailgun receives it. */
    public NewComplaint createdAt(Instant createdAt) {
        return with("created_at", createdAt);
    }

    @Override
    public String address() {
        return (String) Objects.requireNonNull(params().first("address"));
    }
}
