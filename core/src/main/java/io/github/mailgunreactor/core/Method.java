package io.github.mailgunreactor.core;

/**
 * An HTTP method, and the way to start a request: {@code GET.path("/v3/{domain}/bounces", domain)}.
 *
 * <p>GET, PUT and DELETE may be repeated after a failure without doing a thing twice; POST and PATCH may not, unless
 * the {@linkplain Operation#readOnly() operation says so}.
 */
public enum Method {
    GET(true),
    POST(false),
    PUT(true),
    PATCH(false),
    DELETE(true);

    private final boolean idempotent;

    Method(boolean idempotent) {
        this.idempotent = idempotent;
    }

    boolean idempotent() {
        return idempotent;
    }

    /**
     * Starts an operation on a path.
     *
     * @param template the path with a {@code {name}} for each variable, as Mailgun documents it, starting with a slash;
     *     errors, logs and metrics show this template and not the expanded path
     * @param variables a value for each variable in order. Each fills one path segment and is percent-encoded
     * @throws IllegalArgumentException if the count differs from the template's, or a value is empty, blank, {@code .},
     *     {@code ..} or has a control character: a variable that vanishes would address another resource
     */
    public Operation path(String template, String... variables) {
        return Operation.of(this, template, variables);
    }
}
