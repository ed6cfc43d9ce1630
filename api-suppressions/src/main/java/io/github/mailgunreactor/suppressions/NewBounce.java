package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** A bounce to be recorded. */
public final class NewBounce extends NewSuppression<NewBounce> {
    private NewBounce(Params params) {
        super(params);
    }

    @Override
    protected NewBounce copy(Params params) {
        return new NewBounce(params);
    }

    /** A bounce of an address, which Mailgun no longer sends to from then on. */
    public static NewBounce of(String address) {
        return new NewBounce(params(address));
    }

    /** The SMTP code. Default: {@code 550}. */
    public NewBounce code(String code) {
        return with("code", Arguments.requireText("code", code));
    }

    /** What the receiving server said. Default: empty. */
    public NewBounce error(String error) {
        return with("error", error);
    }
}
