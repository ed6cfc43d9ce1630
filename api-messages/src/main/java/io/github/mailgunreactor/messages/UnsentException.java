package io.github.mailgunreactor.messages;

/** A check refused what was to be sent: nothing was. */
final class UnsentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnsentException(String message) {
        super(message);
    }
}
