package io.github.mailgunreactor.simulator;

/** Ends the handling of a request with an error response, from however deep in a handler. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatedResponse response;

    Refusal(SimulatedResponse response) {
        super("refused with status " + response.status(), null, false, false);
        this.response = response;
    }

    /** Refuses with {@code {"message": …}}. */
    Refusal(int status, String message) {
        this(SimulatedResponse.message(status, message));
    }

    SimulatedResponse response() {
        return response;
    }
}
