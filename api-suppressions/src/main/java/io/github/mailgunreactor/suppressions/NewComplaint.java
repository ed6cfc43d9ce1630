package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Params;

/** A complaint to be recorded. */
public final class NewComplaint extends NewSuppression<NewComplaint> {
    private NewComplaint(Params params) {
        super(params);
    }

    @Override
    protected NewComplaint copy(Params params) {
        return new NewComplaint(params);
    }

    /** A complaint from an address, which Mailgun no longer sends to from then on. */
    public static NewComplaint of(String address) {
        return new NewComplaint(params(address));
    }
}
