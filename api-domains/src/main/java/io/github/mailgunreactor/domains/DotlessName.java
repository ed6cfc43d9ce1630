package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import java.util.regex.Pattern;

/** What Mailgun takes for the selector of a key or the prefix of a host: an atom of RFC 2822, so without dots. */
final class DotlessName {
    private static final Pattern ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");

    private DotlessName() {}

    static String require(String parameter, String value) {
        Arguments.requireText(parameter, value);
        if (!ATOM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    parameter + " must be an atom: ASCII letters, digits and !#$%&'*+/=?^_`{|}~- without dots");
        }
        return value;
    }
}
