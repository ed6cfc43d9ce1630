package io.github.mailgunreactor.webhooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form: in memory, or where a {@link FileSink} has put it. Its name and type are what the sender of the mail says:
 * neither may be trusted.
 */
public final class ReceivedFile {
    static final String DEFAULT_CONTENT_TYPE = "application/octet-stream";

    private final IncomingFile file;
    private final long size;
    private final byte @Nullable [] content;
    private final @Nullable String place;

    private ReceivedFile(IncomingFile file, long size, byte @Nullable [] content, @Nullable String place) {
        this.file = file;
        this.size = size;
        this.content = content;
        this.place = place;
    }

    static ReceivedFile inMemory(IncomingFile file, byte[] content) {
        return new ReceivedFile(file, content.length, content, null);
    }

    static ReceivedFile at(String place, IncomingFile file, long size) {
        return new ReceivedFile(file, size, null, Objects.requireNonNull(place, "place"));
    }

    /** The field that it came in, such as {@code attachment-1}. */
    public String field() {
        return file.field();
    }

    /** What the sender calls it, or {@code null}. It may be a path: do not write to it. */
    public @Nullable String filename() {
        return file.filename();
    }

    /** What the sender says that it is, {@code application/octet-stream} where the sender says nothing. */
    public String contentType() {
        return file.contentType();
    }

    /** How many bytes it has; of a file that went to a sink, how many of them the sink has asked for. */
    public long size() {
        return size;
    }

    /** Where the {@link FileSink} of the receiver has put it; {@code null} where it is in memory, as the receiver has no sink. */
    public @Nullable String place() {
        return place;
    }

    /**
     * A copy of its content.
     *
     * @throws IllegalStateException if it is not in memory, but at its {@link #place}
     */
    public byte[] content() {
        if (content == null) {
            throw new IllegalStateException("the file went to a sink and is not in memory: see place()");
        }
        return content.clone();
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + field() + ", " + size + " bytes]";
    }
}
