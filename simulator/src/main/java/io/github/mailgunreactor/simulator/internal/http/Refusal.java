package io.github.mailgunreactor.simulator.internal.http;

/** Ends the handling of a request with an error response, from however deep in a handler. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatedResponse response;

    public Refusal(SimulatedResponse response) {
        super("refused with status " + response.status(), null, false, false);
        this.response = response;
    }

    /** Refuses with {@code {"message": …}}. */
    public Refusal(int status, String message) {
        this(SimulatedResponse.message(status, message));
    }

    SimulatedResponse response() {
        return response;
    }
}
