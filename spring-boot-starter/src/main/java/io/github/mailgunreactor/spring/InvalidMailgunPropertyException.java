package io.github.mailgunreactor.spring;

/** A property is missing or has a value that it must not have; the message names it, and says what is wrong without its value. */
public final class InvalidMailgunPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String problem;

    InvalidMailgunPropertyException(String property, String problem) {
        super(property + ": " + problem);
        this.property = property;
        this.problem = problem;
    }

    /** Its name, such as {@code mailgun.api-key}. */
    public String property() {
        return property;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }
}
