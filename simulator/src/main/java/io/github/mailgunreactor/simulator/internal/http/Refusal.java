package io.github.mailgunreactor.simulator.internal.http;

import org.jspecify.annotations.Nullable;

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

    /** Refuses what a parameter is set to. */
    public static Refusal invalid(String parameter) {
        return new Refusal(400, "Invalid value for parameter '" + parameter + "'");
    }

    /** Refuses where the condition holds. */
    public static void where(boolean condition, int status, String message) {
        if (condition) {
            throw new Refusal(status, message);
        }
    }

    /** Gives a value that must be there; refuses where it is not. */
    public static <T> T requireNonNull(@Nullable T value, int status, String message) {
        if (value == null) {
            throw new Refusal(status, message);
        }
        return value;
    }

    SimulatedResponse response() {
        return response;
    }
}
