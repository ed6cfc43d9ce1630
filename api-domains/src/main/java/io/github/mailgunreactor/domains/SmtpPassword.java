package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Secret;
import java.util.Objects;

/** The password of a domain's SMTP user. */
final class SmtpPassword {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 32;

    private SmtpPassword() {}

    /** Returns the password, refusing one that Mailgun would. */
    static Secret require(String parameter, Secret value) {
        int length = Objects.requireNonNull(value, parameter).reveal().length();
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    parameter + " must have from " + SHORTEST + " to " + LONGEST + " characters, but has " + length);
        }
        return value;
    }
}
