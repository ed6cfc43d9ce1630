package io.github.mailgunreactor.simulator;

/** Ends the handling of a request with an error answer, from however deep in a handler. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatedAnswer answer;

    Refusal(SimulatedAnswer answer) {
        super("refused with status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** Refuses with {@code {"message": …}}. */
    Refusal(int status, String message) {
        this(SimulatedAnswer.message(status, message));
    }

    SimulatedAnswer answer() {
        return answer;
    }
}
