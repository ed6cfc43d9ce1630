package io.github.mailgunreactor.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route that a message matched.
 *
 * @param id its id
 * @param expression its expression
 * @param description what it is for
 * @param priority its priority, 0 first
 * @param actions what it does
 * @param match what matched
 */
public record MatchedRoute(
        @Nullable String id,
        @Nullable String expression,
        @Nullable String description,
        @Nullable Integer priority,
        List<String> actions,
        @Nullable Match match) {

    /**
     * What a route matched.
     *
     * @param recipient the recipient
     */
    public record Match(@Nullable String recipient) {}
}
