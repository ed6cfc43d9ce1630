package io.github.mailgunreactor.webhooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that came with a form. Its name and type are what the sender of the mail says: neither may be trusted. */
public final class ReceivedFile {
    private final String field;
    private final @Nullable String filename;
    private final @Nullable String contentType;
    private final byte[] content;

    ReceivedFile(String field, @Nullable String filename, @Nullable String contentType, byte[] content) {
        this.field = field;
        this.filename = filename;
        this.contentType = contentType;
        this.content = content;
    }

    /** The field that it came in, such as {@code attachment-1}. */
    public String field() {
        return field;
    }

    /** What the sender calls it, or {@code null}. It may be a path: do not write to it. */
    public @Nullable String filename() {
        return filename;
    }

    /** What the sender says that it is, {@code application/octet-stream} where the sender says nothing. */
    public String contentType() {
        return Objects.requireNonNullElse(contentType, "application/octet-stream");
    }

    /** How many bytes it has. */
    public long size() {
        return content.length;
    }

    /** A copy of its content. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + field + ", " + content.length + " bytes]";
    }
}
