package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.Transport;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends requests to Mailgun. One client serves a whole application: it is immutable, safe for use by any number of
 * threads, and holds one pool of connections, which its views share.
 *
 * <pre>{@code
 * MailgunClient mailgun = MailgunClient.create("key-…");
 * new KeysApi(mailgun).list()...
 * }</pre>
 *
 * <p>Nothing is sent before subscription, and each subscription sends anew. Errors are {@link MailgunException}s.
 */
public final class MailgunClient implements AutoCloseable {
    /** A constant, for a program that shades this library has a manifest of its own. A test holds it against the POM. */
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final ClientSettings settings;
    private final ClientView view;
    private final boolean ownsTransport;

    MailgunClient(ClientSettings settings, ClientView view, boolean ownsTransport) {
        this.settings = settings;
        this.view = view;
        this.ownsTransport = ownsTransport;
    }

    /**
     * A client with default settings for the US region, on the transport that is on the class path.
     *
     * <p>Like opening a file this blocks, as {@link MailgunClientBuilder#build()} does.
     *
     * @param apiKey a primary account, account or domain sending key
     * @throws IllegalStateException if there is no transport on the class path
     */
    public static MailgunClient create(String apiKey) {
        return builder(apiKey).build();
    }

    /** Starts a client with a key that stays the same. */
    public static MailgunClientBuilder builder(String apiKey) {
        return new MailgunClientBuilder(Credentials.apiKey(apiKey));
    }

    /** Starts a client. */
    public static MailgunClientBuilder builder(Credentials credentials) {
        return new MailgunClientBuilder(credentials);
    }

    /** The version of this library, {@code 1.2.3}, which its {@code User-Agent} tells Mailgun. */
    public static String version() {
        return VERSION;
    }

    /** Sends a request and gives the value of its response. */
    public <T> Mono<T> send(MailgunRequest<T> request) {
        return exchange(request).mapNotNull(Response::value);
    }

    /** Sends a request and gives its whole response: value, status, headers and rate limits. */
    public <T> Mono<Response<T>> exchange(MailgunRequest<T> request) {
        Objects.requireNonNull(request, "request must not be null");
        Operation operation = request.operation();
        view.regionOf(operation);
        Reception<T> reception = new Reception.Whole<>(request, settings.reading());
        return Mono.defer(() -> new Call<>(
                        settings, view, operation, reception, view.timeoutOr(operation.timeoutOr(settings.timeout())))
                .start());
    }

    /** Sends a request whose response comes in pages, and gives their items. */
    public <T, A extends PageBody<T>> PagedFlux<T, A> list(PagedRequest<T, A> request) {
        Objects.requireNonNull(request, "request must not be null");
        view.regionOf(request.operation());
        return new PagedFlux<>(
                operation -> exchange(operation.readAs(request.page())),
                request.operation(),
                request.next(),
                false,
                settings.reading().onUnreadableItem());
    }

    /**
     * Sends a request and gives its response when its head is there: the body is passed on as it arrives, whatever its size,
     * once the response's value is subscribed to. Subscribe to it, or cancel it: it holds a connection.
     *
     * <p>Until the head is there the call is like any other: it is repeated where that is safe, and
     * {@linkplain Interceptor interceptors} stand around it. What was passed on cannot be taken back, so a failure after that
     * is the body's, and is not repeated. There is no timeout but the {@linkplain CallOptions#timeout view's} or the
     * operation's own, which covers the body, and the transport's for a silent connection.
     *
     * <pre>{@code
     * mailgun.download(operation).flatMapMany(Response::value)…
     * }</pre>
     */
    public Mono<Response<Flux<ByteBuffer>>> download(Operation operation) {
        Objects.requireNonNull(operation, "operation must not be null");
        view.regionOf(operation);
        return Mono.defer(() ->
                new Call<>(settings, view, operation, Reception.STREAMED, view.timeoutOr(operation.timeout())).start());
    }

    /** This client for one region, whatever its router says. It shares the pool and costs nothing. */
    public MailgunClient inRegion(Region region) {
        return share(view.inRegion(Objects.requireNonNull(region, "region must not be null")));
    }

    /**
     * This client with a router in place of the one it has, if any. It shares the pool and costs nothing. So a router can
     * ask with the client that it is made for:
     *
     * <pre>{@code mailgun.routedBy(DiscoveringRegionRouter.of(mailgun, Region.US, Region.EU))}</pre>
     */
    public MailgunClient routedBy(RegionRouter router) {
        return share(view.routedBy(Objects.requireNonNull(router, "router must not be null")));
    }

    /**
     * This client for a subaccount. It shares the pool and costs nothing.
     *
     * @param subaccountId the id of a subaccount of the key's account
     */
    public MailgunClient onBehalfOf(String subaccountId) {
        return share(view.onBehalfOf(settings, Headers.requireText("subaccountId", subaccountId)));
    }

    /**
     * This client with options for the calls through it, on top of those it has. It shares the pool and costs nothing, so it
     * may serve one call.
     */
    public MailgunClient withOptions(CallOptions options) {
        return share(view.withOptions(settings, Objects.requireNonNull(options, "options must not be null")));
    }

    private MailgunClient share(ClientView other) {
        return new MailgunClient(settings, other, false);
    }

    /** The region of calls that no router decides. */
    public Region region() {
        return view.region();
    }

    /** The subaccount on whose behalf this view calls, or {@code null} for the key's own account. */
    public @Nullable String subaccount() {
        return view.subaccount();
    }

    /**
     * Starts to close the transport that this client opened, and returns at once; see {@link Transport#close()}. A
     * transport that was passed to the builder stays open, and so does that of a view.
     */
    @Override
    public void close() {
        if (ownsTransport) {
            settings.transport().close();
        }
    }

    /** Completes when a started {@link #close()} is done; at once where there is nothing to close. */
    public Mono<Void> onClose() {
        return ownsTransport ? settings.transport().onClose() : Mono.empty();
    }
}
