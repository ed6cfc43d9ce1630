package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** What is to change of a forward; what is not set stays as it is. */
public final class ForwardChange extends ParamSet<ForwardChange> {
    private static final ForwardChange NONE = new ForwardChange(Params.NONE);

    private ForwardChange(Params params) {
        super(params, ForwardChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static ForwardChange none() {
        return NONE;
    }

    /** Which recipients it is for. */
    public ForwardChange match(String match) {
        return with("match", Arguments.requireText("match", match));
    }

    /** Sends the mail to these URLs as a signed form; one to three, in place of those that are there. */
    public ForwardChange urls(String... urls) {
        return with("forward.url", ForwardTargets.urls(urls));
    }

    /** Sends the mail to these addresses; one to five, in place of those that are there. */
    public ForwardChange recipients(String... addresses) {
        return with("forward.recipient", ForwardTargets.recipients(addresses));
    }

    /** Whether Mailgun keeps the mail. */
    public ForwardChange store(boolean store) {
        return with("forward.store", store);
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "ForwardChange";
    }
}
