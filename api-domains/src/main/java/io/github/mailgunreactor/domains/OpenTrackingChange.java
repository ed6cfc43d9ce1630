package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** How opens are to be counted; what is not set stays as it is. */
public final class OpenTrackingChange extends ParamSet<OpenTrackingChange> {
    private static final OpenTrackingChange NONE = new OpenTrackingChange(Params.NONE);

    private OpenTrackingChange(Params params) {
        super(params, OpenTrackingChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static OpenTrackingChange none() {
        return NONE;
    }

    /** Whether opens are counted. */
    public OpenTrackingChange active(boolean on) {
        return with("active", on);
    }

    /** Whether the pixel that counts them stands at the top of the HTML, where a shortened message still has it. */
    public OpenTrackingChange placeAtTheTop(boolean on) {
        return with("place_at_the_top", on);
    }
}
