package io.github.mailgunreactor.core.internal;

/** JSON that cannot be read into what was asked for. The message says where and why, without any of the content. */
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonProblem(String message) {
        super(message, null, false, false);
    }
}
