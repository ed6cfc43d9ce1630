package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounces of a domain by who refused.
 *
 * @param items who refused
 */
public record EntityBouncesList(
        @JsonProperty(required = true) List<EntityBounces> items) implements PageBody<EntityBouncesList.EntityBounces> {

    /**
     * Bounces by one that refused.
     *
     * @param entityId identifies the provider or spam filter
     * @param entityName its name
     * @param bounced how many they are
     */
    public record EntityBounces(
            @JsonProperty("entity-id") String entityId,
            @JsonProperty("entity-name") @Nullable String entityName,
            @Nullable BounceCount bounced) {}
}
