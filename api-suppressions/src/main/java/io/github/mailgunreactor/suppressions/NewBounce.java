package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.Objects;

/** A bounce to be recorded. */
public final class NewBounce extends ParamSet<NewBounce> implements NewSuppression {
    private NewBounce(Params params) {
        super(params, NewBounce::new);
    }

    /** A bounce of an address, which Mailgun no longer sends to from then on. */
    public static NewBounce of(String address) {
        return new NewBounce(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** The SMTP code. Default: {@code 550}. */
    public NewBounce code(String code) {
        return with("code", Arguments.requireText("code", code));
    }

    /** What the receiving server said. Default: empty. */
    public NewBounce error(String error) {
        return with("error", error);
    }

    /** When it bounced; it travels in whole seconds. Default: when Mailgun receives it. */
    public NewBounce createdAt(Instant createdAt) {
        return with("created_at", createdAt);
    }

    @Override
    public String address() {
        return (String) Objects.requireNonNull(params().first("address"));
    }
}
