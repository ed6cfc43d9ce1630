package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** How messages are to end with a link to unsubscribe; what is not set stays as it is. */
public final class UnsubscribeTrackingChange extends ParamSet<UnsubscribeTrackingChange> {
    private static final UnsubscribeTrackingChange NONE = new UnsubscribeTrackingChange(Params.NONE);

    private UnsubscribeTrackingChange(Params params) {
        super(params, UnsubscribeTrackingChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static UnsubscribeTrackingChange none() {
        return NONE;
    }

    /** Whether messages end with the link. */
    public UnsubscribeTrackingChange active(boolean on) {
        return with("active", on);
    }

    /** The end of the HTML part, with {@code %unsubscribe_url%} where the URL goes. */
    public UnsubscribeTrackingChange htmlFooter(String html) {
        return with("html_footer", html);
    }

    /** The end of the plain text part, with {@code %unsubscribe_url%} where the URL goes. */
    public UnsubscribeTrackingChange textFooter(String text) {
        return with("text_footer", text);
    }
}
