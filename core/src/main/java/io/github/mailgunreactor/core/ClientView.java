package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ForeignCode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where the views of a client differ.
 *
 * @param headers sent with every request, {@code Authorization} included where the key stays the same
 */
record ClientView(
        Region region,
        @Nullable RegionRouter router,
        @Nullable String subaccount,
        CallOptions options,
        Headers headers) {

    static final String ON_BEHALF_OF = "X-Mailgun-On-Behalf-Of";

    static ClientView of(ClientSettings settings, Region region, @Nullable RegionRouter router) {
        return of(settings, region, router, null, CallOptions.none());
    }

    private static ClientView of(
            ClientSettings settings,
            Region region,
            @Nullable RegionRouter router,
            @Nullable String subaccount,
            CallOptions options) {
        Headers headers = Headers.NONE.with("User-Agent", settings.userAgent()).with("Accept", "application/json");
        if (subaccount != null) {
            headers = headers.with(ON_BEHALF_OF, subaccount);
        }
        String authorization = settings.credentials().fixedAuthorization();
        if (authorization != null) {
            headers = headers.with("Authorization", authorization);
        }
        return new ClientView(region, router, subaccount, options, headers.with(options.headers()));
    }

    ClientView inRegion(Region other) {
        return new ClientView(other, null, subaccount, options, headers);
    }

    ClientView routedBy(RegionRouter other) {
        return new ClientView(region, other, subaccount, options, headers);
    }

    ClientView onBehalfOf(ClientSettings settings, @Nullable String other) {
        return of(settings, region, router, other, options);
    }

    ClientView withOptions(ClientSettings settings, CallOptions more) {
        return of(settings, region, router, subaccount, options.and(more));
    }

    /** The timeout that the view's options name, or the other one. */
    @Nullable
    Duration timeoutOr(@Nullable Duration other) {
        return options.timeout() != null ? options.timeout() : other;
    }

    /** The headers of an attempt for an account that an interceptor may have chosen. */
    Headers headersFor(ClientSettings settings, @Nullable String account) {
        boolean same = account == null ? subaccount == null : account.equals(subaccount);
        return same ? headers : onBehalfOf(settings, account).headers;
    }

    /**
     * The region of an operation that no router decides.
     *
     * @throws IllegalArgumentException if it goes to a URL to which credentials must not go
     */
    Region regionOf(Operation operation) {
        MailgunUrl url = operation.url();
        return url == null ? region : url.requireAllowed(region);
    }

    /** Whether the router decides where the operation goes. */
    boolean isRouted(Operation operation) {
        return router != null && operation.domain() != null && operation.url() == null;
    }

    /** Asks the router, which there has to be for this operation. */
    Mono<Region> route(Operation operation) {
        RegionRouter asked = Objects.requireNonNull(router);
        String domain = Objects.requireNonNull(operation.domain());
        Mono<Region> routed;
        try {
            routed = asked.regionOf(domain, subaccount);
        } catch (Throwable thrown) { // also errors that Reactor would rethrow on our thread
            return ForeignCode.failed(thrown);
        }
        return routed == null ? noRegion(operation) : routed.switchIfEmpty(noRegion(operation));
    }

    private static Mono<Region> noRegion(Operation operation) {
        return Mono.error(() -> new IllegalStateException(operation + ": the region router gave no region"));
    }
}
