package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ErrorBody;
import io.github.mailgunreactor.core.internal.SecretMask;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server responded with a status other than 2xx. The exception's message has the status and Mailgun's own words. */
public final class ErrorStatusException extends MailgunException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable ResponseHead head;
    private final ErrorBody body;

    ErrorStatusException(String operation, Region region, ResponseHead head, ErrorBody body) {
        super(operation, text(head.status(), region, body), null);
        this.status = head.status();
        this.head = head;
        this.body = body;
    }

    /**
     * The error that a response means, as a client makes it: for tests of code that handles it.
     *
     * @param status any but 2xx
     * @param headers a value for each name, such as {@code Retry-After}
     * @param body as the server would send it, such as {@code {"message": "Domain not found"}}
     */
    public static ErrorStatusException of(
            Operation operation, Region region, int status, Map<String, String> headers, String body) {
        if (status >= 200 && status <= 299) {
            throw new IllegalArgumentException("status must not be from 200 to 299, but is " + status);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ErrorStatusException(
                operation.toString(),
                region,
                ResponseHead.of(status, headers),
                ErrorBody.read(bytes, 0, bytes.length, SecretMask.NONE));
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

    /**
     * The body as text, whatever it is: the first 64 KiB, with the credentials of the request masked where the server repeats
     * them. It may quote what was asked, so neither the exception's message nor {@code toString} shows it.
     */
    public String body() {
        return body.raw();
    }

    /** The id that Mailgun gave the request, for its support, where the response has one. */
    public @Nullable String requestId() {
        return head().header(Response.REQUEST_ID);
    }

    /** Status and headers; of an exception that was serialized, the status only. */
    public ResponseHead head() {
        return head == null ? ResponseHead.of(status, Map.of()) : head;
    }

    /** What the response says of the rate limits. */
    public RateLimits rateLimits() {
        return RateLimits.of(head());
    }

    /**
     * When the server wants to be asked again, from {@code Retry-After}, the body's {@code retry-seconds}, or, where it
     * {@linkplain #isRateLimited refused to act}, from its words ({@code try again after 120 seconds}, or a date) or the end of
     * the rate-limit window; {@code null} where it says nothing, or a time more than a year away.
     *
     * @param now the time that a number of seconds is counted from
     */
    public @Nullable Instant retryAt(Instant now) {
        return RetryTime.of(status, head(), body, now);
    }

    /** Whether this is 404: the thing, or its domain in this region, does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }

    /**
     * Whether Mailgun refused to act because there were too many calls: status 429, or 420, which it sends too. Nothing was
     * done, so any call may be repeated; no other status says so, whatever its body asks for.
     */
    public boolean isRateLimited() {
        return RetryTime.isRefusal(status);
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
