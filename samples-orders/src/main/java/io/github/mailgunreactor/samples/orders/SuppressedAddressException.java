package io.github.mailgunreactor.samples.orders;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Mailgun would not deliver to the address; answered with a problem detail that says why. */
final class SuppressedAddressException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    SuppressedAddressException(String reason) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, problem(reason), null);
    }

    private static ProblemDetail problem(String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "No confirmation can reach this address: it has " + reason + ".");
        problem.setTitle("Address is suppressed");
        problem.setProperty("reason", reason);
        return problem;
    }
}
