package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import java.util.Collection;

/** Several values where Mailgun takes one text: a value with a comma would be two, so it is refused. */
final class CommaList {
    private CommaList() {}

    static String of(String parameter, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(parameter + " must be one or more");
        }
        for (String value : values) {
            if (Arguments.requireText(parameter, value).indexOf(',') >= 0) {
                throw new IllegalArgumentException(parameter + " must not have a comma: Mailgun would take it for two");
            }
        }
        return String.join(",", values);
    }
}
