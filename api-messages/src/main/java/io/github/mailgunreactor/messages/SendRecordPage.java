package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of logs.
 *
 * @param items the lines
 * @param pagination what leads to the next page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendRecordPage(
        @JsonProperty(required = true) List<SendRecord> items,
        @Nullable Tokens pagination) implements PageBody<SendRecord> {

    @Override
    public @Nullable String nextToken() {
        return pagination == null ? null : pagination.next();
    }

    /**
     * What leads to other pages.
     *
     * @param next the page after
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tokens(@Nullable String next) {}
}
