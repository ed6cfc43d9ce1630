package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Why a subaccount is disabled. */
public final class Disablement extends ParamSet<Disablement> {
    private Disablement(Params params) {
        super(params, Disablement::new);
    }

    /** Disables for a reason, in the caller's words. */
    public static Disablement of(String reason) {
        return new Disablement(Params.NONE).with("reason", Arguments.requireText("reason", reason));
    }

    /** What else there is to know. */
    public Disablement note(String note) {
        return with("note", Arguments.requireText("note", note));
    }
}
