package io.github.mailgunreactor.optimize;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a message looks in one mail program.
 *
 * @param id the mail program
 * @param displayName its name for people
 * @param client the program without its version
 * @param os the operating system
 * @param category such as {@code Mobile}
 * @param browser the browser, of programs that need one
 * @param screenshots URLs of pictures, by what they show
 * @param thumbnail the URL of a small picture of the start
 * @param fullThumbnail the URL of a small picture of all
 * @param status such as {@code Complete}
 * @param statusDetails when it was made, and what went wrong
 */
public record PreviewResult(
        @Nullable String id,
        @JsonProperty("display_name") @Nullable String displayName,
        @Nullable String client,
        @Nullable String os,
        @Nullable String category,
        @Nullable String browser,
        Map<String, String> screenshots,
        @Nullable String thumbnail,
        @JsonProperty("full_thumbnail") @Nullable String fullThumbnail,
        @Nullable String status,
        @JsonProperty("status_details") @Nullable StatusDetails statusDetails) {

    /**
     * When a preview was made, and what went wrong.
     *
     * @param submitted when it was asked for
     * @param completed when it was ready
     * @param bounceCode why it could not be made
     * @param bounceMessage why it could not be made, in words
     */
    public record StatusDetails(
            @Nullable Instant submitted,
            @Nullable Instant completed,
            @JsonProperty("bounce_code") @Nullable String bounceCode,
            @JsonProperty("bounce_message") @Nullable String bounceMessage) {}
}
