package io.github.mailgunreactor.simulator;

/** Ends the handling of a request with an error response, from however deep in a handler. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatedResponse answer;

    Refusal(SimulatedResponse answer) {
        super("refused with status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** Refuses with {@code {"message": …}}. */
    Refusal(int status, String message) {
        this(SimulatedResponse.message(status, message));
    }

    SimulatedResponse answer() {
        return answer;
    }
}
