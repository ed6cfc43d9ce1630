package io.github.mailgunreactor.webhooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file before its content. All of it is what the sender of the mail says, and nothing is verified.
 *
 * @param field the field that it comes in, such as {@code attachment-1}
 * @param filename what the sender calls it; it may be a path
 * @param contentType what the sender says that it is, {@code application/octet-stream} where the sender says nothing
 */
public record IncomingFile(String field, @Nullable String filename, String contentType) {
    public IncomingFile {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(contentType, "contentType");
    }
}
