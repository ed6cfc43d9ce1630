package io.github.mailgunreactor.templates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of copies of a template.
 *
 * @param message Mailgun's words
 * @param failedCopies the copies that were not made; empty where all were
 * @param error what went wrong with them, where Mailgun says so
 */
public record TemplateCopyResult(
        @Nullable String message,
        @JsonProperty("failed_copies") List<FailedTemplateCopy> failedCopies,
        @Nullable String error) {

    /** Whether all copies were made. */
    public boolean isComplete() {
        return failedCopies.isEmpty() && error == null;
    }
}
