package io.github.mailgunreactor.core;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the views of a client have in common, and where they differ.
 *
 * @param headers sent with every request, {@code Authorization} included where the key stays the same
 */
record ClientSettings(
        Transport transport,
        boolean ownsTransport,
        Credentials credentials,
        Region region,
        @Nullable RegionRouter router,
        @Nullable String subaccount,
        List<Interceptor> interceptors,
        Duration timeout,
        RetryPolicy retry,
        ClientClock clock,
        String userAgent,
        ResponseReading reading,
        Headers headers) {

    private static final String ON_BEHALF_OF = "X-Mailgun-On-Behalf-Of";

    static Headers headers(Credentials credentials, String userAgent, @Nullable String subaccount) {
        Headers headers = Headers.NONE.with("User-Agent", userAgent).with("Accept", "application/json");
        if (subaccount != null) {
            headers = headers.with(ON_BEHALF_OF, subaccount);
        }
        String authorization = credentials.fixedAuthorization();
        return authorization == null ? headers : headers.with("Authorization", authorization);
    }

    ClientSettings inRegion(Region other) {
        return new ClientSettings(
                transport,
                false,
                credentials,
                other,
                null,
                subaccount,
                interceptors,
                timeout,
                retry,
                clock,
                userAgent,
                reading,
                headers);
    }

    ClientSettings routedBy(RegionRouter other) {
        return new ClientSettings(
                transport,
                false,
                credentials,
                region,
                other,
                subaccount,
                interceptors,
                timeout,
                retry,
                clock,
                userAgent,
                reading,
                headers);
    }

    ClientSettings onBehalfOf(@Nullable String other) {
        return new ClientSettings(
                transport,
                false,
                credentials,
                region,
                router,
                other,
                interceptors,
                timeout,
                retry,
                clock,
                userAgent,
                reading,
                headers(credentials, userAgent, other));
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

    /** Whether a call may have to wait for something that does not know of its deadline. */
    boolean waitsOutsideTransport(Operation operation) {
        return !interceptors.isEmpty() || credentials.fixedAuthorization() == null || isRouted(operation);
    }

    /**
     * Encodes an operation for the transport.
     *
     * @param added headers of interceptors
     * @throws NoResponseException if the body cannot be made, such as from a file that is not there
     * @param authorization the header value, where the credentials are supplied call by call
     */
    TransportRequest encode(
            Operation operation,
            Region to,
            Headers added,
            @Nullable String authorization,
            @Nullable Duration timeLeft) {
        Headers all = headers.with(operation.headers()).with(added);
        if (authorization != null) {
            all = all.with("Authorization", authorization);
        }
        return new TransportRequest(
                operation.method(), to, operation.template(), operation.target(), all, body(operation), timeLeft);
    }

    private static TransportBody body(Operation operation) {
        try {
            return BodyEncoding.encode(operation.body());
        } catch (RuntimeException failed) {
            throw new NoResponseException(
                    operation.toString(), NoResponseException.Reason.BODY_FAILED, /* requestSent= */ false, failed);
        }
    }
}
