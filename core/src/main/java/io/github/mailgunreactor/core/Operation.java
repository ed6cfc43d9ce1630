package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.ratelimit.RateLimiter;
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
 * {@link RegionRouter} picks the region by it.
 */
public final class Operation {
    private final Address address;
    private final Content content;
    private final Terms terms;

    private Operation(Address address, Content content, Terms terms) {
        this.address = address;
        this.content = content;
        this.terms = terms;
    }

    /** What is asked, and of which domain: the same for all pages of a listing. */
    private record Address(
            Method method,
            String template,
            String path,
            @Nullable MailgunUrl url,
            @Nullable String domain) {}

    /**
     * What the request carries.
     *
     * @param page another page's path and query in place of the first one's
     */
    private record Content(@Nullable String page, Params query, Body body, Headers headers) {
        static final Content NONE = new Content(null, Params.NONE, Body.NONE, Headers.NONE);
    }

    /** How the call is treated, which is not sent. */
    private record Terms(
            boolean readOnly, int recipients, @Nullable Duration timeout) {
        static final Terms USUAL = new Terms(false, 0, null);
    }

    static Operation of(Method method, String template, String... variables) {
        String path = PathTemplate.expand(template, variables);
        String domain = PathTemplate.variable(template, variables, "domain");
        return new Operation(new Address(method, template, path, null, domain), Content.NONE, Terms.USUAL);
    }

    static Operation of(Method method, String template, MailgunUrl url) {
        Address address = new Address(method, PathTemplate.require(template), url.target(), url, null);
        return new Operation(address, Content.NONE, Terms.USUAL);
    }

    private Operation with(Content changed) {
        return new Operation(address, changed, terms);
    }

    private Operation with(Terms changed) {
        return new Operation(address, content, changed);
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
        Params merged = content.query.with(Objects.requireNonNull(parameters, "parameters must not be null")
                .asFields());
        return with(new Content(content.page, merged, content.body, content.headers));
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
        return with(new Content(content.page, content.query, body, content.headers));
    }

    /**
     * Names the sending domain that this operation is about, where its path has no {@code {domain}}: a
     * {@link RegionRouter} picks the region by it. It is not sent.
     */
    public Operation domain(String sendingDomain) {
        Arguments.requireText("sendingDomain", sendingDomain);
        Address about = new Address(address.method, address.template, address.path, address.url, sendingDomain);
        return new Operation(about, content, terms);
    }

    /**
     * Sends a header, in place of one of the same name: such as {@code Accept: message/rfc2822}, with which Mailgun gives
     * a stored message as it was received. Where none is given, {@code Accept} is {@code application/json}.
     *
     * @throws IllegalArgumentException if it is {@code Authorization}, which is for the client's {@link Credentials}, or
     *     one that follows from region and body
     */
    public Operation header(String name, String value) {
        Headers more = content.headers.with(Headers.NONE.with(requireOwnHeader(name), value));
        return with(new Content(content.page, content.query, content.body, more));
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
        return with(new Terms(terms.readOnly, count, terms.timeout));
    }

    /** Declares that a POST only reads, such as a metrics query, so that it may be repeated after a failure. */
    public Operation readOnly() {
        return with(new Terms(true, terms.recipients, terms.timeout));
    }

    /**
     * Bounds this call in place of the client's timeout.
     *
     * @param total from subscription to the last byte of the response, all attempts and waits included; 1 ms to 24 hours
     */
    public Operation timeout(Duration total) {
        Arguments.requireRange("timeout", total, Duration.ofMillis(1), Duration.ofHours(24));
        return with(new Terms(terms.readOnly, terms.recipients, total));
    }

    /** The same operation for another page of its list, whose path and query {@link PageUrl} has checked. */
    Operation at(String target) {
        return with(new Content(target, Params.NONE, content.body, content.headers));
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
        return address.method;
    }

    /** The path template: what errors, logs and metrics show. */
    public String template() {
        return address.template;
    }

    /** The sending domain that fills the variable {@code {domain}} or was named, or {@code null} where there is none. */
    public @Nullable String domain() {
        return address.domain;
    }

    /** The URL that was given in place of a path, or {@code null}. */
    @Nullable
    MailgunUrl url() {
        return address.url;
    }

    /** Whether a repetition has no effect of its own: a GET, PUT or DELETE, or a POST declared read-only. */
    public boolean repeatable() {
        return terms.readOnly || address.method.idempotent();
    }

    /** Whether it does something rather than ask for something. */
    boolean changes() {
        return !terms.readOnly && address.method != Method.GET;
    }

    /** To how many recipients the operation sends a message; 0 for everything but sending. */
    public int recipients() {
        return terms.recipients;
    }

    Params query() {
        return content.query;
    }

    Body body() {
        return content.body;
    }

    Headers headers() {
        return content.headers;
    }

    @Nullable
    Duration timeout() {
        return terms.timeout;
    }

    /** The timeout of this operation, or the default, which bodies that stream do not have. */
    @Nullable
    Duration timeoutOr(Duration byDefault) {
        if (terms.timeout != null) {
            return terms.timeout;
        }
        return BodyEncoding.isInMemory(content.body) ? byDefault : null;
    }

    /** Path and query as they go on the wire. */
    String target() {
        String start = content.page == null ? address.path : content.page;
        return content.query.isEmpty() ? start : FormEncoding.query(start, content.query);
    }

    /** The path as it goes on the wire, without a query, also where this asks for another page. */
    String resource() {
        int query = address.path.indexOf('?');
        return query == -1 ? address.path : address.path.substring(0, query);
    }

    boolean asksTheSameAs(Operation other) {
        return target().equals(other.target()) && content.body.equals(other.content.body);
    }

    /** Method and path template. */
    @Override
    public String toString() {
        return address.method + " " + address.template;
    }
}
