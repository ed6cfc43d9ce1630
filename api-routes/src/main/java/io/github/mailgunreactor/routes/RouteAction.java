package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.OpenValue;
import java.util.List;
import java.util.Objects;

/**
 * What a route does with mail that it is for. The constructor takes an action as it is, for what the factories do not have.
 *
 * @param value the action, such as {@code forward("https://example.com/mail")}; at most 4096 characters
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/route-actions">Route actions</a>
 */
public record RouteAction(String value) implements OpenValue {

    /**
     * Sends the mail on: to an address as it is, to a URL as a signed form, or as a form with the whole message as MIME where the URL
     * ends in {@code mime}. A URL has to answer with exactly 200; 406 refuses for good, and after anything else Mailgun tries again for
     * eight hours.
     *
     * @param destinations addresses and URLs, also with what the expression captured: {@code \1@example.com}; none with a comma
     */
    public static RouteAction forward(String... destinations) {
        List<String> all = Arguments.requireOneOrMore("destinations", destinations);
        if (all.stream().anyMatch(destination -> destination.indexOf(',') >= 0)) {
            throw new IllegalArgumentException("destinations must not have a comma: it separates them");
        }
        all.forEach(destination -> Arguments.requireText("destinations", destination));
        return new RouteAction("forward(" + RouteText.quoted("destinations", String.join(",", all)) + ")");
    }

    /** Keeps the mail for three days, to be fetched where its event of the type {@code stored} says. */
    public static RouteAction store() {
        return new RouteAction("store()");
    }

    /** Keeps the mail for three days, and posts to a URL where it is, in a signed form. */
    public static RouteAction store(String notifyUrl) {
        return new RouteAction("store(notify=" + RouteText.quoted("notifyUrl", notifyUrl) + ")");
    }

    /** Runs none of the routes after this one. */
    public static RouteAction stop() {
        return new RouteAction("stop()");
    }

    /** Takes an action as it is. */
    public RouteAction {
        Objects.requireNonNull(value, "value");
    }
}
