package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which forwards to list. */
public final class ForwardFilter extends ParamSet<ForwardFilter> {
    private static final ForwardFilter ALL = new ForwardFilter(Params.NONE);

    private ForwardFilter(Params params) {
        super(params, ForwardFilter::new);
    }

    /** Those of all domains. */
    public static ForwardFilter all() {
        return ALL;
    }

    /** Only those of this domain. */
    public ForwardFilter domain(String domain) {
        return with("domain.name", Arguments.requireText("domain", domain));
    }

    /** What the last page has. */
    public ForwardFilter lastPage() {
        return with("page", "last");
    }

    /**
     * How many forwards one request gets. Default: what Mailgun thinks fit.
     *
     * @param forwards 1 to 1000; Mailgun documents no maximum
     */
    public ForwardFilter pageSize(int forwards) {
        return with("limit", Arguments.requireRange("forwards", forwards, 1, 1000));
    }
}
