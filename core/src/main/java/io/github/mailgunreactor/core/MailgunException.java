package io.github.mailgunreactor.core;

import org.jspecify.annotations.Nullable;

/**
 * A call that did not give what it should. Its three kinds are all there are, so that a {@code switch} covers them: the
 * server {@linkplain ErrorStatusException answered with an error status}, {@linkplain NoResponseException gave no response},
 * or gave one that {@linkplain UnreadableResponseException could not be read}.
 *
 * <p>Messages name the operation by method and path template. They hold neither key, nor expanded path, nor body.
 */
public abstract sealed class MailgunException extends RuntimeException
        permits ErrorStatusException, NoResponseException, UnreadableResponseException {
    private static final long serialVersionUID = 1L;

    private final String operation;

    MailgunException(String operation, String message, @Nullable Throwable cause) {
        super(operation + ": " + message, cause);
        this.operation = operation;
    }

    /** Method and path template of the call, such as {@code GET /v3/{domain}/bounces/{address}}. */
    public final String operationName() {
        return operation;
    }

    /** What went wrong in a word for metrics and logs, of which there are few: a status, a reason. */
    public abstract String errorType();

    /**
     * Whether the same call, made again later, may succeed. It says nothing of whether repeating is safe: a POST that
     * got no response may have had its effect.
     */
    public abstract boolean isTransient();
}
