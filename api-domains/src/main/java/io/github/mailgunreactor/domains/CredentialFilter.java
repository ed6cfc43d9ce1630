package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which part of the SMTP users of a domain to list. */
public final class CredentialFilter extends ParamSet<CredentialFilter> {
    private static final CredentialFilter ALL = new CredentialFilter(Params.NONE).pageSize(1000);

    private CredentialFilter(Params params) {
        super(params);
    }

    @Override
    protected CredentialFilter copy(Params params) {
        return new CredentialFilter(params);
    }

    /** Every user, 1000 to a request. */
    public static CredentialFilter all() {
        return ALL;
    }

    /**
     * How many users a request asks for.
     *
     * @param users 1 or more. Default: 1000; Mailgun takes 100 where it is not told, and documents no largest page
     */
    public CredentialFilter pageSize(int users) {
        return with("limit", Arguments.requireRange("users", users, 1, Integer.MAX_VALUE));
    }

    /** How many users to leave out at the start. Default: 0. */
    public CredentialFilter skip(long users) {
        return with("skip", Arguments.requireRange("users", users, 0, Long.MAX_VALUE));
    }
}
