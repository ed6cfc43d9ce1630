package io.github.mailgunreactor.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route after it was changed.
 *
 * @param id by which it is found
 * @param priority when it is run: the lowest number first
 * @param description what it is for
 * @param expression which mail it is for
 * @param actions what is done with it
 * @param createdAt when it was created
 * @param message Mailgun's confirmation
 */
public record ChangedRoute(
        @Nullable String id,
        @Nullable Integer priority,
        @Nullable String description,
        @Nullable RouteExpression expression,
        List<RouteAction> actions,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @Nullable String message) {

    /** Reads the route as Mailgun was recorded to send it, and also inside of {@code route}, as its documents show it. */
    @JsonCreator
    static ChangedRoute read(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("priority") @Nullable Integer priority,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("expression") @Nullable RouteExpression expression,
            @JsonProperty("actions") @Nullable List<RouteAction> actions,
            @JsonProperty("created_at") @Nullable Instant createdAt,
            @JsonProperty("message") @Nullable String message,
            @JsonProperty("route") @Nullable Route route) {
        return route == null
                ? new ChangedRoute(
                        id,
                        priority,
                        description,
                        expression,
                        actions == null ? List.of() : actions,
                        createdAt,
                        message)
                : new ChangedRoute(
                        route.id(),
                        route.priority(),
                        route.description(),
                        route.expression(),
                        route.actions(),
                        route.createdAt(),
                        message);
    }
}
