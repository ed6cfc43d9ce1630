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

    /**
     * Starts an operation on a whole URL that Mailgun gave, such as the {@code storage.url} of an event: stored messages live
     * on hosts of their own. The credentials go to that host, so a client sends it only to
     *
     * <ul>
     *   <li>{@code https} with a host that ends in {@code .mailgun.net}, without user info or port, or
     *   <li>scheme, host and port of the client's own region, such as a simulator or gateway,
     * </ul>
     *
     * and refuses anything else with an {@link IllegalArgumentException}, at the call. No {@link RegionRouter} is asked.
     *
     * @param template what errors, logs and metrics show in place of the URL, starting with a slash, such as
     *     {@code /v3/domains/{domain}/messages/{storage_key}}
     * @param url the URL as Mailgun gave it: its path and query are sent as they are
     * @throws IllegalArgumentException if the URL is none that any client would send, without repeating it
     */
    public Operation url(String template, String url) {
        return Operation.of(this, template, MailgunUrl.parse(url));
    }
}
