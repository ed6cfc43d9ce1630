package io.github.mailgunreactor.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server answered with a status other than 2xx. The exception's message has the status and Mailgun's own words. */
public final class ErrorStatusException extends MailgunException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ResponseHead head;
    private final transient ErrorBody body;

    ErrorStatusException(String operation, Region region, ResponseHead head, ErrorBody body) {
        super(operation, text(head.status(), region, body), null);
        this.status = head.status();
        this.head = head;
        this.body = body;
    }

    private static String text(int status, Region region, ErrorBody body) {
        StringBuilder text = new StringBuilder("status ").append(status);
        if (body.message() != null) {
            text.append(", ").append(body.message());
        }
        if (status == 401 || status == 404) {
            text.append(" (asked in region ").append(region.name()).append(')');
        }
        return text.toString();
    }

    /** The HTTP status, such as 404. */
    public int status() {
        return status;
    }

    /**
     * Mailgun's own words, whatever the shape of the response: shortened to 500 characters, or {@code null} where it has
     * none or is an HTML page.
     */
    public @Nullable String serverMessage() {
        return body.message();
    }

    /** The text fields of the error response by their wire names, such as {@code Field} and {@code Value}; mostly one. */
    public Map<String, String> details() {
        return body.details();
    }

    /** The id that Mailgun gave the request, for its support, where the response has one. */
    public @Nullable String requestId() {
        return head.header("x-request-id");
    }

    /** Status and headers. */
    public ResponseHead head() {
        return head;
    }

    /** What the response says of the rate limits. */
    public RateLimits rateLimits() {
        return RateLimits.of(head);
    }

    /**
     * When the server wants to be asked again, from {@code Retry-After}, the response's {@code retry-seconds}, or, for
     * status 429, the end of the rate-limit window; {@code null} where it says nothing.
     *
     * @param now the time that a number of seconds is counted from
     */
    public @Nullable Instant retryAt(Instant now) {
        return RetryTime.of(status, head, body, now);
    }

    /** Whether this is 404: the thing, or its domain in this region, does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether there were too many calls: status 429, or another one whose response says when to call again. */
    public boolean isRateLimited() {
        return status == 429 || body.retrySeconds() != null;
    }

    /** The status, such as {@code "404"}. */
    @Override
    public String errorType() {
        return Integer.toString(status);
    }

    @Override
    public boolean isTransient() {
        return isRateLimited() || status == 408 || status == 425 || (status >= 500 && status != 501);
    }
}
