package io.github.mailgunreactor.core;

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
    private final ClientSettings settings;

    MailgunClient(ClientSettings settings) {
        this.settings = settings;
    }

    /**
     * A client with default settings for the US region, on the transport that is on the class path.
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

    /** Sends a request and gives the value of its response. */
    public <T> Mono<T> send(MailgunRequest<T> request) {
        return exchange(request).mapNotNull(Response::value);
    }

    /** Sends a request and gives its whole response: value, status, headers and rate limits. */
    public <T> Mono<Response<T>> exchange(MailgunRequest<T> request) {
        Objects.requireNonNull(request, "request");
        settings.regionOf(request.operation());
        return Mono.defer(() -> exchangeInRegion(request));
    }

    /** Sends a request whose response comes in pages, and gives their items. */
    public <T, A extends PageBody<T>> PagedFlux<T, A> list(PagedRequest<T, A> request) {
        Objects.requireNonNull(request, "request");
        settings.regionOf(request.operation());
        return new PagedFlux<>(
                operation -> exchange(operation.readAs(request.page())), request.operation(), request.next(), false);
    }

    /**
     * Sends a request and passes the body of its response on as it arrives, whatever its size. What was passed on cannot be
     * taken back, so it is not retried; {@linkplain Interceptor interceptors}, which stand around responses that are read
     * whole, do not see it: no rate limiter, log or observation. It has no timeout but the operation's own and the
     * transport's for a silent connection.
     */
    public Flux<ByteBuffer> download(Operation operation) {
        Objects.requireNonNull(operation, "operation");
        settings.regionOf(operation);
        return Mono.defer(() -> region(operation)).flatMapMany(region -> stream(operation, region));
    }

    /** This client for one region, whatever its router says. It shares the pool and costs nothing. */
    public MailgunClient inRegion(Region region) {
        return new MailgunClient(settings.inRegion(Objects.requireNonNull(region, "region")));
    }

    /**
     * This client with a router in place of the one it has, if any. It shares the pool and costs nothing. So a router can
     * ask with the client that it is made for:
     *
     * <pre>{@code mailgun.routedBy(DiscoveringRegionRouter.asking(mailgun, Region.US, Region.EU))}</pre>
     */
    public MailgunClient routedBy(RegionRouter router) {
        return new MailgunClient(settings.routedBy(Objects.requireNonNull(router, "router")));
    }

    /**
     * This client for a subaccount. It shares the pool and costs nothing.
     *
     * @param subaccountId the id of a subaccount of the key's account
     */
    public MailgunClient onBehalfOf(String subaccountId) {
        return new MailgunClient(settings.onBehalfOf(
                Headers.requireValue("subaccountId", Arguments.requireText("subaccountId", subaccountId))));
    }

    /** The region of calls that no router decides. */
    public Region region() {
        return settings.region();
    }

    /**
     * Starts to close the transport that this client opened, and returns at once; see {@link Transport#close()}. A
     * transport that was passed to the builder stays open, and so does that of a view.
     */
    @Override
    public void close() {
        if (settings.ownsTransport()) {
            settings.transport().close();
        }
    }

    /** Completes when a started {@link #close()} is done; at once where there is nothing to close. */
    public Mono<Void> onClose() {
        return settings.ownsTransport() ? settings.transport().onClose() : Mono.empty();
    }

    private <T> Mono<Response<T>> exchangeInRegion(MailgunRequest<T> request) {
        Call<T> call = new Call<>(settings, request);
        return settings.isRouted(request.operation()) ? call.start(region(request.operation())) : call.start();
    }

    private Flux<ByteBuffer> stream(Operation operation, Region region) {
        return settings.credentials().fixedAuthorization() != null
                ? stream(operation, region, null)
                : settings.credentials()
                        .authorization()
                        .flatMapMany(authorization -> stream(operation, region, authorization));
    }

    private Flux<ByteBuffer> stream(Operation operation, Region region, @Nullable String authorization) {
        return settings.transport().stream(
                        settings.encode(operation, region, Headers.NONE, authorization, operation.timeout()),
                        (head, body, offset, length) ->
                                ResponseDecoder.failure(operation, region, head, body, offset, length))
                .flatMapMany(ResponseStream::body);
    }

    private Mono<Region> region(Operation operation) {
        RegionRouter router = settings.router();
        String domain = operation.domain();
        if (router == null || domain == null || !settings.isRouted(operation)) {
            return Mono.just(settings.regionOf(operation));
        }
        return router.regionOf(domain, settings.subaccount())
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException(operation + ": the region router gave no region")));
    }
}
