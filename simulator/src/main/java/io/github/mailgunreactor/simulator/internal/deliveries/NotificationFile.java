package io.github.mailgunreactor.simulator.internal.deliveries;

/** A file of a form that is posted. */
public final class NotificationFile {
    private final String field;
    private final String fileName;
    private final String contentType;
    private final byte[] content;

    public NotificationFile(String field, String fileName, String contentType, byte[] content) {
        this.field = field;
        this.fileName = fileName;
        this.contentType = contentType;
        this.content = content;
    }

    String field() {
        return field;
    }

    String fileName() {
        return fileName;
    }

    String contentType() {
        return contentType;
    }

    byte[] content() {
        return content;
    }
}
