package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which users to list. */
public final class UserFilter extends ParamSet<UserFilter> {
    private static final int LARGEST_PAGE = 1000;

    private static final UserFilter ALL = new UserFilter(Params.NONE);

    private UserFilter(Params params) {
        super(params, UserFilter::new);
    }

    /** Every user. */
    public static UserFilter all() {
        return ALL;
    }

    /** Only users with this role. */
    public UserFilter role(UserRole role) {
        return with("role", role);
    }

    /** How many users to leave out at the start. Default: 0. */
    public UserFilter skip(long users) {
        return with("skip", Arguments.requireRange("users", users, 0, Long.MAX_VALUE));
    }

    /** How many users a request asks for: 1 to 1000. Default: as many as Mailgun likes. */
    public UserFilter pageSize(int users) {
        return with("limit", Arguments.requireRange("users", users, 1, LARGEST_PAGE));
    }
}
