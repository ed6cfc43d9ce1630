package io.github.mailgunreactor.simulator.internal.messages;

/** A file of a message. */
public final class Attachment {
    private final String fileName;
    private final String contentType;
    private final byte[] content;
    private final boolean inline;
    private final String contentId;

    public Attachment(String fileName, String contentType, byte[] content, boolean inline, String contentId) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.content = content;
        this.inline = inline;
        this.contentId = contentId;
    }

    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return contentType;
    }

    /** Its bytes, not a copy. */
    public byte[] content() {
        return content;
    }

    /** Whether it is part of the body rather than beside it. */
    public boolean inline() {
        return inline;
    }

    /** By what the body names it. */
    public String contentId() {
        return contentId;
    }
}
