package io.github.mailgunreactor.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to ask of Mailgun, as an immutable value: method, path, query and body. It starts at a {@link Method} and becomes
 * a request with one of the {@code as} and {@code pages} methods, which say how the response is read:
 *
 * <pre>{@code GET.path("/v3/domains/{domain}/tracking", "example.com").asJson(Tracking.class)}</pre>
 *
 * <p>A template's variable named {@code {domain}} is the sending domain that the operation is about; a
 * {@link RegionRouter} picks the region by it, except where the operation goes to a {@linkplain Method#url whole URL}.
 */
public final class Operation {
    private final Method method;
    private final Target target;
    private final Params query;
    private final Body body;
    private final Headers headers;
    private final boolean readOnly;
    private final @Nullable Duration timeout;

    /**
     * Where an operation goes.
     *
     * @param path as it goes on the wire; for a URL, with its query
     * @param url the URL that was given in place of a path
     */
    private record Target(
            String template,
            String path,
            @Nullable String domain,
            @Nullable MailgunUrl url) {}

    private Operation(
            Method method,
            Target target,
            Params query,
            Body body,
            Headers headers,
            boolean readOnly,
            @Nullable Duration timeout) {
        this.method = method;
        this.target = target;
        this.query = query;
        this.body = body;
        this.headers = headers;
        this.readOnly = readOnly;
        this.timeout = timeout;
    }

    static Operation of(Method method, String template, String... variables) {
        Objects.requireNonNull(template, "template");
        String path = PathTemplate.expand(template, variables);
        String domain = PathTemplate.variable(template, variables, "domain");
        return of(method, new Target(template, path, domain, null));
    }

    static Operation of(Method method, String template, MailgunUrl url) {
        return of(method, new Target(PathTemplate.require(template), url.target(), null, url));
    }

    private static Operation of(Method method, Target target) {
        return new Operation(method, target, Params.NONE, Body.NONE, Headers.NONE, false, null);
    }

    /** Sets a query parameter. A list repeats the name. */
    public Operation query(String name, Object value) {
        return query(Params.NONE.with(name, value));
    }

    /** Sets the query parameters of a set. */
    public Operation query(ParamSet<?> parameters) {
        return query(of(parameters));
    }

    /** Sets query parameters. */
    public Operation query(Params parameters) {
        return new Operation(
                method,
                target,
                query.with(Objects.requireNonNull(parameters, "parameters").withoutFiles()),
                body,
                headers,
                readOnly,
                timeout);
    }

    /** Sends the parameters as an {@code application/x-www-form-urlencoded} body. */
    public Operation form(ParamSet<?> parameters) {
        return form(of(parameters));
    }

    /** Sends the parameters as an {@code application/x-www-form-urlencoded} body. */
    public Operation form(Params parameters) {
        return body(
                new Body.Form(Objects.requireNonNull(parameters, "parameters").withoutFiles()));
    }

    /** Sends the parameters as a {@code multipart/form-data} body: the only one that carries {@link Part}s. */
    public Operation multipart(ParamSet<?> parameters) {
        return multipart(of(parameters));
    }

    /** Sends the parameters as a {@code multipart/form-data} body: the only one that carries {@link Part}s. */
    public Operation multipart(Params parameters) {
        return body(new Body.Multipart(Objects.requireNonNull(parameters, "parameters")));
    }

    /** Sends the parameters as a JSON object. */
    public Operation json(ParamSet<?> parameters) {
        return json(of(parameters));
    }

    /** Sends the parameters as a JSON object. */
    public Operation json(Params parameters) {
        return body(
                new Body.Json(Objects.requireNonNull(parameters, "parameters").withoutFiles()));
    }

    /** Sends a JSON array with an object for each set. */
    public Operation jsonArray(List<? extends ParamSet<?>> elements) {
        Objects.requireNonNull(elements, "elements");
        List<Params> params = new ArrayList<>(elements.size());
        elements.forEach(element ->
                params.add(Objects.requireNonNull(element, "elements").params().withoutFiles()));
        return body(new Body.JsonArray(List.copyOf(params)));
    }

    private static Params of(ParamSet<?> parameters) {
        return Objects.requireNonNull(parameters, "parameters").params();
    }

    private Operation body(Body body) {
        return new Operation(method, target, query, body, headers, readOnly, timeout);
    }

    /**
     * Names the sending domain that this operation is about, where its path has no {@code {domain}}: a
     * {@link RegionRouter} picks the region by it. It is not sent.
     */
    public Operation domain(String sendingDomain) {
        Arguments.requireText("sendingDomain", sendingDomain);
        Target withDomain = new Target(target.template, target.path, sendingDomain, target.url);
        return new Operation(method, withDomain, query, body, headers, readOnly, timeout);
    }

    /**
     * Sends one more header.
     *
     * @throws IllegalArgumentException if it is {@code Authorization}, which is for the client's {@link Credentials}, or
     *     one that follows from region and body
     */
    public Operation header(String name, String value) {
        if (name.equalsIgnoreCase("Authorization")) {
            throw new IllegalArgumentException("header name must not be Authorization: the credentials decide it");
        }
        return new Operation(method, target, query, body, headers.with(name, value), readOnly, timeout);
    }

    /** Declares that a POST only reads, such as a metrics query, so that it may be repeated after a failure. */
    public Operation readOnly() {
        return new Operation(method, target, query, body, headers, true, timeout);
    }

    /**
     * Bounds this call in place of the client's timeout.
     *
     * @param total from subscription to the last byte of the response, all attempts and waits included; 1 ms to 24 hours
     */
    public Operation timeout(Duration total) {
        Arguments.requireRange("timeout", total, Duration.ofMillis(1), Duration.ofHours(24));
        return new Operation(method, target, query, body, headers, readOnly, total);
    }

    /** The same operation at another path and query of the same server, as a next-page URL gives them. */
    Operation at(String pathAndQuery) {
        Target next = new Target(target.template, pathAndQuery, target.domain, target.url);
        return new Operation(method, next, Params.NONE, body, headers, readOnly, timeout);
    }

    /** Reads a JSON response into a record. */
    public <T> MailgunRequest<T> asJson(Class<T> record) {
        return new MailgunRequest<>(this, ResponseType.json(record));
    }

    /** Reads a JSON response into a record with type arguments, such as {@code Listing} of {@code Bounce}. */
    public <T> MailgunRequest<T> readAs(ResponseType<T> type) {
        return new MailgunRequest<>(this, type);
    }

    /** Reads the response's body as UTF-8 text, whatever its type. */
    public MailgunRequest<String> asText() {
        return new MailgunRequest<>(this, ResponseType.TEXT);
    }

    /** Ignores the body of a successful response: the call completes empty. */
    public MailgunRequest<Void> asEmpty() {
        return new MailgunRequest<>(this, ResponseType.EMPTY);
    }

    /** Reads the response as the first of several pages of the usual shape. */
    public <T> PagedRequest<T, Listing<T>> listing(Class<T> item, NextPage next) {
        return new PagedRequest<>(this, ResponseType.listing(item), next);
    }

    /** Reads the response as the first of several pages of a shape of its own. */
    public <T, A extends PageBody<T>> PagedRequest<T, A> pages(Class<A> page, NextPage next) {
        return new PagedRequest<>(this, ResponseType.json(page), next);
    }

    public Method method() {
        return method;
    }

    /** The path template: what errors, logs and metrics show. */
    public String template() {
        return target.template;
    }

    /** The sending domain that fills the variable {@code {domain}} or was named, or {@code null} where there is none. */
    public @Nullable String domain() {
        return target.domain;
    }

    /** The URL that was given in place of a path, or {@code null}. */
    @Nullable
    MailgunUrl url() {
        return target.url;
    }

    /** Whether a repetition has no effect of its own: a GET, PUT or DELETE, or a POST declared read-only. */
    public boolean repeatable() {
        return readOnly || method.idempotent();
    }

    /** Whether it does something rather than ask for something. */
    boolean changes() {
        return !readOnly && method != Method.GET;
    }

    Params query() {
        return query;
    }

    Body body() {
        return body;
    }

    Headers headers() {
        return headers;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    /** The timeout of this operation, or the default, which bodies that stream do not have. */
    @Nullable
    Duration timeoutOr(Duration byDefault) {
        if (timeout != null) {
            return timeout;
        }
        return BodyEncoding.isInMemory(body) ? byDefault : null;
    }

    /** Path and query as they go on the wire. */
    String target() {
        String path = target.path;
        if (query.isEmpty()) {
            return path;
        }
        StringBuilder whole = new StringBuilder(path.length() + 64).append(path);
        FormEncoding.append(whole, query, path.indexOf('?') < 0 ? '?' : '&');
        return whole.toString();
    }

    boolean asksTheSameAs(Operation other) {
        return target().equals(other.target()) && body.equals(other.body);
    }

    /** Method and path template. */
    @Override
    public String toString() {
        return method + " " + target.template;
    }
}
