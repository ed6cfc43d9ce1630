package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Settings of the account to be changed; what is not set stays as it is. */
public final class AccountChange extends ParamSet<AccountChange> {
    private static final AccountChange NONE = new AccountChange(Params.NONE);

    private AccountChange(Params params) {
        super(params, AccountChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static AccountChange none() {
        return NONE;
    }

    /** The name of the organisation. */
    public AccountChange name(String name) {
        return with("name", Arguments.requireText("name", name));
    }

    /**
     * After how much inactivity a user of the control panel has to log in again.
     *
     * @param timeout 1 or more, in a unit that Mailgun does not document
     */
    public AccountChange inactiveSessionTimeout(long timeout) {
        return with("inactive_session_timeout", Arguments.requireRange("timeout", timeout, 1, Long.MAX_VALUE));
    }

    /**
     * After how much time a user of the control panel has to log in again, active or not.
     *
     * @param timeout 1 or more, in a unit that Mailgun does not document
     */
    public AccountChange absoluteSessionTimeout(long timeout) {
        return with("absolute_session_timeout", Arguments.requireRange("timeout", timeout, 1, Long.MAX_VALUE));
    }

    /** Where a browser goes when its user has logged out of the control panel. */
    public AccountChange logoutRedirectUrl(String url) {
        return with("logout_redirect_url", Arguments.requireText("url", url));
    }
}
