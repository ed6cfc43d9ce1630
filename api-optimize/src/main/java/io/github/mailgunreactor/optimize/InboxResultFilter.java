package io.github.mailgunreactor.optimize;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which part of the result of an inbox placement test to get. */
public final class InboxResultFilter extends ParamSet<InboxResultFilter> {
    private static final InboxResultFilter ALL = new InboxResultFilter(Params.NONE);

    private InboxResultFilter(Params params) {
        super(params, InboxResultFilter::new);
    }

    /** All of it. */
    public static InboxResultFilter all() {
        return ALL;
    }

    /** Only the mailboxes of a provider, such as {@code gmail.com}. */
    public InboxResultFilter provider(String provider) {
        return with("provider", Arguments.requireText("provider", provider));
    }
}
