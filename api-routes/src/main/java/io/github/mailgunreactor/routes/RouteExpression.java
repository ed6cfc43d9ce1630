package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.OpenValue;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which mail a route is for. Patterns are regular expressions of Python. Mailgun does not say whether one has to match from the
 * beginning: where it need not, begin it with {@code .*}. What patterns capture goes into actions, as {@code \1}, or as {@code \g<name>} for {@code (?P<name>…)}. The constructor takes an expression as it is, for what the
 * factories do not have.
 *
 * @param value the expression, such as {@code match_recipient("sales@.*")}; at most 4096 characters
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/route-filters">Route filters</a>
 */
public record RouteExpression(String value) implements OpenValue {

    /** Mail whose recipient matches: whom the mail server that delivered it named, which need not be in the header To. */
    public static RouteExpression matchRecipient(String pattern) {
        return new RouteExpression("match_recipient(" + RouteText.quotedPattern("pattern", pattern) + ")");
    }

    /** Mail to exactly this address. */
    public static RouteExpression matchAddress(String recipient) {
        return matchRecipient("^" + RouteText.literal(Arguments.requireText("recipient", recipient)) + "$");
    }

    /** Mail with a header that matches. */
    public static RouteExpression matchHeader(String name, String pattern) {
        return new RouteExpression("match_header(" + RouteText.quoted("name", name) + ", "
                + RouteText.quotedPattern("pattern", pattern) + ")");
    }

    /** Mail that no route before this one was for. */
    public static RouteExpression catchAll() {
        return new RouteExpression("catch_all()");
    }

    /** Mail for which all of these are true. Mailgun documents no other way to join expressions. */
    public static RouteExpression allOf(RouteExpression... expressions) {
        return new RouteExpression(Arguments.requireOneOrMore("expressions", expressions).stream()
                .map(RouteExpression::value)
                .collect(Collectors.joining(" and ")));
    }

    /** Takes an expression as it is. */
    public RouteExpression {
        Objects.requireNonNull(value, "value");
    }
}
