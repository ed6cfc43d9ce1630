package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a filter let through.
 *
 * @param totalCount how many they are
 * @param items the keys
 */
public record KeyList(
        @JsonProperty("total_count") @Nullable Integer totalCount,
        @JsonProperty(required = true) List<ApiKey> items) {}
