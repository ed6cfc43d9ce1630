package io.github.mailgunreactor.preview;

/**
 * A template that cannot be rendered: its syntax is wrong, it calls a helper that Mailgun does not have, or it makes too much. The
 * message says what and, where it is known, in which line; it shows neither content nor values.
 */
public final class TemplatePreviewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplatePreviewException(String message) {
        super(message);
    }
}
