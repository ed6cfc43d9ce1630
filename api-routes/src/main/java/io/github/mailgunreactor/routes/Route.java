package io.github.mailgunreactor.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route of incoming mail.
 *
 * @param id by which it is found
 * @param priority when it is run: the lowest number first
 * @param description what it is for
 * @param expression which mail it is for
 * @param actions what is done with it
 * @param createdAt when it was created
 */
public record Route(
        String id,
        @Nullable Integer priority,
        @Nullable String description,
        @Nullable RouteExpression expression,
        List<RouteAction> actions,
        @JsonProperty("created_at") @Nullable Instant createdAt) {}
