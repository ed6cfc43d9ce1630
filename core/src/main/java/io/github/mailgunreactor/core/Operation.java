package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to ask of Mailgun, as an immutable value: method, path, query and body. It starts at a {@link Method} and becomes
 * a request with one of the {@code as} and {@code pages} methods, which say how the response is read:
 *
 * <pre>{@code GET.path("/v3/domains/{domain}/tracking", "example.com").asJson(Tracking.class)}</pre>
 *
 * <p>A template's variable named {@code {domain}} is the sending domain that the operation is about; a
 * {@link RegionRouter} picks the region by it.
 */
public final class Operation {
    private final Method method;
    private final String template;
    private final String path;
    private final @Nullable MailgunUrl url;
    private final @Nullable String domain;
    private final @Nullable String page;
    private final Params query;
    private final Body body;
    private final Headers headers;
    private final boolean readOnly;
    private final int recipients;
    private final @Nullable Duration timeout;

    private Operation(Draft draft) {
        this.method = draft.method;
        this.template = draft.template;
        this.path = draft.path;
        this.url = draft.url;
        this.domain = draft.domain;
        this.page = draft.page;
        this.query = draft.query;
        this.body = draft.body;
        this.headers = draft.headers;
        this.readOnly = draft.readOnly;
        this.recipients = draft.recipients;
        this.timeout = draft.timeout;
    }

    /** An operation that is being made: the only place besides the fields that names them all. */
    private static final class Draft {
        private final Method method;
        private final String template;
        private final String path;
        private final @Nullable MailgunUrl url;
        private @Nullable String domain;
        private @Nullable String page;
        private Params query = Params.NONE;
        private Body body = Body.NONE;
        private Headers headers = Headers.NONE;
        private boolean readOnly;
        private int recipients;
        private @Nullable Duration timeout;

        Draft(Method method, String template, String path, @Nullable MailgunUrl url) {
            this.method = method;
            this.template = template;
            this.path = path;
            this.url = url;
        }

        Draft(Operation from) {
            this(from.method, from.template, from.path, from.url);
            this.domain = from.domain;
            this.page = from.page;
            this.query = from.query;
            this.body = from.body;
            this.headers = from.headers;
            this.readOnly = from.readOnly;
            this.recipients = from.recipients;
            this.timeout = from.timeout;
        }
    }

    private Operation with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Operation(draft);
    }

    static Operation of(Method method, String template, String... variables) {
        Draft draft = new Draft(method, template, PathTemplate.expand(template, variables), null);
        draft.domain = PathTemplate.variable(template, variables, "domain");
        return new Operation(draft);
    }

    static Operation of(Method method, String template, MailgunUrl url) {
        return new Operation(new Draft(method, PathTemplate.require(template), url.target(), url));
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
        Params merged = query.with(Objects.requireNonNull(parameters, "parameters must not be null")
                .asFields());
        return with(draft -> draft.query = merged);
    }

    /** Sends the parameters as an {@code application/x-www-form-urlencoded} body. */
    public Operation form(ParamSet<?> parameters) {
        return form(of(parameters));
    }

    /** Sends the parameters as an {@code application/x-www-form-urlencoded} body. */
    public Operation form(Params parameters) {
        return body(new Body.Form(Objects.requireNonNull(parameters, "parameters must not be null")
                .asFields()));
    }

    /** Sends the parameters as a {@code multipart/form-data} body: the only one that carries {@link Part}s. */
    public Operation multipart(ParamSet<?> parameters) {
        return multipart(of(parameters));
    }

    /** Sends the parameters as a {@code multipart/form-data} body: the only one that carries {@link Part}s. */
    public Operation multipart(Params parameters) {
        return body(new Body.Multipart(Objects.requireNonNull(parameters, "parameters must not be null")
                .withoutNulls()));
    }

    /** Sends the parameters as a JSON object. */
    public Operation json(ParamSet<?> parameters) {
        return json(of(parameters));
    }

    /** Sends the parameters as a JSON object. */
    public Operation json(Params parameters) {
        return body(new Body.Json(Objects.requireNonNull(parameters, "parameters must not be null")
                .withoutFiles()));
    }

    /** Sends a JSON array with an object for each set. */
    public Operation jsonArray(List<? extends ParamSet<?>> elements) {
        Objects.requireNonNull(elements, "elements must not be null");
        List<Params> params = new ArrayList<>(elements.size());
        elements.forEach(element -> params.add(Objects.requireNonNull(element, "elements must not be null")
                .params()
                .withoutFiles()));
        return body(new Body.JsonArray(List.copyOf(params)));
    }

    private static Params of(ParamSet<?> parameters) {
        return Objects.requireNonNull(parameters, "parameters must not be null").params();
    }

    private Operation body(Body body) {
        return with(draft -> draft.body = body);
    }

    /**
     * Names the sending domain that this operation is about, where its path has no {@code {domain}}: a
     * {@link RegionRouter} picks the region by it. It is not sent.
     */
    public Operation domain(String sendingDomain) {
        Arguments.requireText("sendingDomain", sendingDomain);
        return with(draft -> draft.domain = sendingDomain);
    }

    /**
     * Sends a header, in place of one of the same name: such as {@code Accept: message/rfc2822}, with which Mailgun gives
     * a stored message as it was received. Where none is given, {@code Accept} is {@code application/json}.
     *
     * @throws IllegalArgumentException if it is {@code Authorization}, which is for the client's {@link Credentials}, or
     *     one that follows from region and body
     */
    public Operation header(String name, String value) {
        Headers more = headers.with(Headers.NONE.with(requireOwnHeader(name), value));
        return with(draft -> draft.headers = more);
    }

    static String requireOwnHeader(String name) {
        if ("Authorization".equalsIgnoreCase(name)) {
            throw new IllegalArgumentException("header name must not be Authorization: the credentials decide it");
        }
        return name;
    }

    /**
     * Says to how many recipients the operation sends a message, all copies counted: a {@link RateLimiter} takes so many out of
     * what Mailgun allows. It is not sent.
     *
     * @param count 0, as for everything but sending, to 1,000,000
     */
    public Operation recipients(int count) {
        Arguments.requireRange("recipients", count, 0, 1_000_000);
        return with(draft -> draft.recipients = count);
    }

    /** Declares that a POST only reads, such as a metrics query, so that it may be repeated after a failure. */
    public Operation readOnly() {
        return with(draft -> draft.readOnly = true);
    }

    /**
     * Bounds this call in place of the client's timeout.
     *
     * @param total from subscription to the last byte of the response, all attempts and waits included; 1 ms to 24 hours
     */
    public Operation timeout(Duration total) {
        Arguments.requireRange("timeout", total, Duration.ofMillis(1), Duration.ofHours(24));
        return with(draft -> draft.timeout = total);
    }

    /** The same operation for another page of its list, whose path and query {@link PageUrl} has checked. */
    Operation at(String target) {
        return with(draft -> {
            draft.page = target;
            draft.query = Params.NONE;
        });
    }

    /** Reads a JSON response into a record. */
    public <T> MailgunRequest<T> asJson(Class<T> record) {
        return new MailgunRequest<>(this, ResponseType.json(record));
    }

    /**
     * Reads the response's body as it is, as bytes. They are collected in memory first, within the transport's bound for a
     * response; {@link MailgunClient#download} streams whatever is larger.
     */
    public MailgunRequest<byte[]> asBytes() {
        return new MailgunRequest<>(this, ResponseType.BYTES);
    }

    /** Reads a response that no other method is for, such as a JSON array or map of records. */
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

    /**
     * Reads the response as the first of several pages of a shape of its own, or, with {@link NextPage#none()}, as the only
     * one, where Mailgun gives the whole list at once.
     */
    public <T, A extends PageBody<T>> PagedRequest<T, A> pages(Class<A> page, NextPage next) {
        return new PagedRequest<>(this, ResponseType.json(page), next);
    }

    public Method method() {
        return method;
    }

    /** The path template: what errors, logs and metrics show. */
    public String template() {
        return template;
    }

    /** The sending domain that fills the variable {@code {domain}} or was named, or {@code null} where there is none. */
    public @Nullable String domain() {
        return domain;
    }

    /** The URL that was given in place of a path, or {@code null}. */
    @Nullable
    MailgunUrl url() {
        return url;
    }

    /** Whether a repetition has no effect of its own: a GET, PUT or DELETE, or a POST declared read-only. */
    public boolean repeatable() {
        return readOnly || method.idempotent();
    }

    /** Whether it does something rather than ask for something. */
    boolean changes() {
        return !readOnly && method != Method.GET;
    }

    /** To how many recipients the operation sends a message; 0 for everything but sending. */
    public int recipients() {
        return recipients;
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
        String start = page == null ? path : page;
        return query.isEmpty() ? start : FormEncoding.query(start, query);
    }

    /** The path as it goes on the wire, without a query, also where this asks for another page. */
    String resource() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    boolean asksTheSameAs(Operation other) {
        return target().equals(other.target()) && body.equals(other.body);
    }

    /** Method and path template. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
