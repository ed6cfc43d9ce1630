package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message is stored.
 *
 * @param key its key
 * @param urls its URLs; one as a rule
 * @param region the data centre
 * @param env the environment
 */
public record MessageStorage(
        @Nullable String key,
        @JsonProperty("url") List<String> urls,
        @Nullable String region,
        @Nullable String env) {}
