package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;

/**
 * SMTP users to be added to a domain. Either all have a password from the start, or none has and Mailgun generates them.
 */
public final class NewCredentials extends ParamSet<NewCredentials> {
    private static final String PASSWORD = "password";
    private static final String MAILBOX = "mailbox";
    private static final String LOGIN = "login";

    private NewCredentials(Params params) {
        super(params, NewCredentials::new);
    }

    /**
     * A user whose password Mailgun generates.
     *
     * @param login an address in the domain
     */
    public static NewCredentials of(String login) {
        return new NewCredentials(Params.NONE).with(LOGIN, Arguments.requireText("login", login));
    }

    /**
     * A user with a password.
     *
     * @param login an address in the domain
     */
    public static NewCredentials of(String login, Secret password) {
        return of(login).with(PASSWORD, password);
    }

    /**
     * A user whose password Mailgun generates, under the field's other name, which Mailgun takes in place of the login.
     *
     * @param mailbox an address in the domain
     */
    public static NewCredentials ofMailbox(String mailbox) {
        return new NewCredentials(Params.NONE).with(MAILBOX, Arguments.requireText("mailbox", mailbox));
    }

    /**
     * One more user whose password Mailgun generates.
     *
     * @throws IllegalArgumentException if those before have passwords
     */
    public NewCredentials and(String login) {
        if (params().first(PASSWORD) != null) {
            throw new IllegalArgumentException("password must be given for all logins or for none");
        }
        return and(nameInUse(), (Object) Arguments.requireText("login", login));
    }

    /**
     * One more user with a password.
     *
     * @throws IllegalArgumentException if those before have none
     */
    public NewCredentials and(String login, Secret password) {
        if (params().first(PASSWORD) == null) {
            throw new IllegalArgumentException("password must be given for all logins or for none");
        }
        Arguments.requireText("login", login);
        return and(nameInUse(), (Object) login).and(PASSWORD, (Object) password);
    }

    /** Whether the users are the system's, which cannot be deleted. Default: no. */
    public NewCredentials system(boolean on) {
        return with("system", on);
    }

    private String nameInUse() {
        return params().first(MAILBOX) == null ? LOGIN : MAILBOX;
    }
}
