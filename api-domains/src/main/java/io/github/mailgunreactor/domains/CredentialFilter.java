package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which part of the SMTP users of a domain to list. */
public final class CredentialFilter extends ParamSet<CredentialFilter> {
    private static final int LARGEST_PAGE = 1000;
    private static final CredentialFilter ALL = new CredentialFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private CredentialFilter(Params params) {
        super(params, CredentialFilter::new);
    }

    /** Every user, 1000 to a request. */
    public static CredentialFilter all() {
        return ALL;
    }

    /**
     * How many users a request asks for.
     *
     * @param users 1 to 1000, of which 1000 is the default. Mailgun's reference names no maximum, and 100 as what it gives unasked
     */
    public CredentialFilter pageSize(int users) {
        return with("limit", Arguments.requireRange("users", users, 1, LARGEST_PAGE));
    }

    /** How many users to leave out at the start. Default: 0. */
    public CredentialFilter skip(long users) {
        return with("skip", Arguments.requireRange("users", users, 0, Long.MAX_VALUE));
    }
}
