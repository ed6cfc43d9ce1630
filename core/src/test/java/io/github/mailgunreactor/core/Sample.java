package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response with a component of every kind that the API modules use. */
record Sample(
        String id,
        @JsonProperty("display_name") @Nullable String name,
        @Nullable Long count,
        @Nullable BigDecimal rate,
        @Nullable Boolean active,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @Nullable Color color,
        @Nullable Secret secret,
        @Nullable Sample parent,
        List<Sample> children,
        Map<String, Object> variables) {

    /** A list that the server may extend. */
    public record Color(String value) implements OpenValue {
        static final Color RED = new Color("red");
    }

    static Sample named(String id) {
        return new Sample(id, null, null, null, null, null, null, null, null, List.of(), Map.of());
    }
}
