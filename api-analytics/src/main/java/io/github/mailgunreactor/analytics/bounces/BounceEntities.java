package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who can refuse messages: mail providers and spam filters.
 *
 * @param entities by id
 */
public record BounceEntities(@JsonValue Map<String, Entity> entities) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BounceEntities {
        entities = Map.copyOf(entities);
    }

    /**
     * A mail provider or spam filter.
     *
     * @param name its name
     */
    public record Entity(@Nullable String name) {}
}
