package io.github.mailgunreactor.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address whose owner wants no more mail, at all or of some kinds.
 *
 * @param address the recipient
 * @param tags the tags that they unsubscribed from; {@link #EVERYTHING} stands for all
 * @param createdAt when they did
 */
public record Unsubscribe(
        String address,
        List<String> tags,
        @JsonProperty("created_at") @Nullable Instant createdAt) {
    /** The tag of one who wants no mail of the domain at all. */
    public static final String EVERYTHING = "*";
}
