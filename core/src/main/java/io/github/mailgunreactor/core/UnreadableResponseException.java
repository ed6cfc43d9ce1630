package io.github.mailgunreactor.core;

import org.jspecify.annotations.Nullable;

/**
 * The server answered, but not with what the operation answers: not JSON, a field that identifies the thing is missing,
 * too large, a next page on a foreign host. The message says what was wrong and where, never the content.
 */
public final class UnreadableResponseException extends MailgunException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Describes a response that cannot be used.
     *
     * @param operation method and path template
     * @param status the HTTP status of the response, or 0 where it could not be read
     * @param problem what is wrong with it, without any of its content
     */
    public UnreadableResponseException(String operation, int status, String problem) {
        this(operation, status, problem, null);
    }

    /**
     * Describes a response that could not be read for a reason that is not in its content.
     *
     * @param operation method and path template
     * @param status the HTTP status of the response, or 0 where it could not be read
     * @param problem what is wrong, without any of its content
     * @param cause what failed, whose message has none of the content either
     */
    public UnreadableResponseException(String operation, int status, String problem, @Nullable Throwable cause) {
        super(operation, response(status) + " cannot be used: " + problem, cause);
        this.status = status;
    }

    private static String response(int status) {
        return status == 0 ? "the response" : "the response with status " + status;
    }

    /**
     * The HTTP status of the response, mostly 200; or 0 where not even its head could be read, such as one that is not HTTP or
     * too long. Whatever it is: the call may well have had its effect.
     */
    public int status() {
        return status;
    }

    /** {@code "UNREADABLE_RESPONSE"}. */
    @Override
    public String errorType() {
        return "UNREADABLE_RESPONSE";
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
