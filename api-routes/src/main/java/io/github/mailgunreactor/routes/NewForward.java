package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** A forward to be created. */
public final class NewForward extends ParamSet<NewForward> {
    private NewForward(Params params) {
        super(params, NewForward::new);
    }

    /**
     * A forward that leads nowhere yet.
     *
     * @param match which recipients it is for; Mailgun does not document its form
     */
    public static NewForward of(String match) {
        return new NewForward(Params.NONE).with("match", Arguments.requireText("match", match));
    }

    /** Sends the mail to these URLs as a signed form; one to three. */
    public NewForward urls(String... urls) {
        return with("forward.url", ForwardTargets.urls(urls));
    }

    /** Sends the mail to these addresses; one to five. */
    public NewForward recipients(String... addresses) {
        return with("forward.recipient", ForwardTargets.recipients(addresses));
    }

    /** Whether Mailgun keeps the mail. */
    public NewForward store(boolean store) {
        return with("forward.store", store);
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "NewForward";
    }
}
