package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NoResponseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers the application's own callers where a call of Mailgun failed, as RFC 9457 says. What Mailgun refuses is not what the caller
 * of the application did wrong, so its status is a property of the problem: the response is 502, 503 with {@code Retry-After} where the
 * call may be repeated later, 504 where Mailgun took too long, and 400 where an argument was refused before anything was sent. Mailgun's own words are left out: they
 * may quote what was asked.
 */
@RestControllerAdvice
public final class MailgunProblemDetails {
    private static final String OURS = "io.github.mailgunreactor.";
    private static final String OUR_SPRING = OURS + "spring.";

    private final Clock clock;

    MailgunProblemDetails(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(MailgunException failure) {
        HttpStatus status = statusOf(failure);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle("Mailgun could not be used");
        problem.setProperty("operation", failure.operationName());
        problem.setProperty("error", failure.errorType());
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
        Long seconds = retryAfter(failure);
        if (status == HttpStatus.SERVICE_UNAVAILABLE && seconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return response.body(problem);
    }

    /** Refused by the library before anything was sent; what others throw is theirs to answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IllegalArgumentException refusal) {
        StackTraceElement[] trace = refusal.getStackTrace();
        if (trace.length == 0
                || !trace[0].getClassName().startsWith(OURS)
                || trace[0].getClassName().startsWith(OUR_SPRING)) {
            throw refusal;
        }
        return ResponseEntity.badRequest()
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage())));
    }

    private static HttpStatus statusOf(MailgunException failure) {
        if (failure instanceof ErrorStatusException refusal) {
            return refusal.isRateLimited() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY;
        }
        if (failure instanceof NoResponseException silence) {
            return switch (silence.reason()) {
                case TIMED_OUT -> HttpStatus.GATEWAY_TIMEOUT;
                case POOL_EXHAUSTED, RATE_LIMITED, CLOSED -> HttpStatus.SERVICE_UNAVAILABLE;
                default -> HttpStatus.BAD_GATEWAY;
            };
        }
        return HttpStatus.BAD_GATEWAY;
    }

    private @Nullable Long retryAfter(MailgunException failure) {
        if (!(failure instanceof ErrorStatusException refusal)) {
            return null;
        }
        Instant now = clock.instant();
        Instant at = refusal.retryAt(now);
        return at == null
                ? null
                : Math.max(1, Duration.between(now, at).plusMillis(999).toSeconds());
    }
}
