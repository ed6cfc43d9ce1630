package io.github.mailgunreactor.simulator.internal.http;

import org.jspecify.annotations.Nullable;

/** A file of a multipart form, in memory, or only its size where a {@link FileSink} has taken the content. */
public final class UploadedFile {
    private final String field;
    private final String fileName;
    private final @Nullable String contentType;
    private final long size;
    private final byte[] content;

    UploadedFile(String field, String fileName, @Nullable String contentType, long size, byte[] content) {
        this.field = field;
        this.fileName = fileName;
        this.contentType = contentType;
        this.size = size;
        this.content = content;
    }

    public String field() {
        return field;
    }

    public String fileName() {
        return fileName;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public long size() {
        return size;
    }

    /** The content; empty where a sink has taken it. */
    public byte[] content() {
        return content;
    }
}
