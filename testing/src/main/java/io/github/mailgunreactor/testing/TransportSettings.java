package io.github.mailgunreactor.testing;

import java.time.Duration;

/** What the {@link TransportContract} wants of a transport, in terms any transport has. */
public record TransportSettings(
        int maxConnections,
        int maxPending,
        Duration acquireTimeout,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration gracePeriod,
        int maxResponseBytes) {

    /** Room and time enough for every test that is about something else. */
    public static final TransportSettings ROOMY = new TransportSettings(
            10,
            100,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            32 * 1024 * 1024);

    public TransportSettings connections(int max, int pending) {
        return new TransportSettings(
                max, pending, acquireTimeout, connectTimeout, responseTimeout, gracePeriod, maxResponseBytes);
    }

    public TransportSettings acquireTimeout(Duration timeout) {
        return new TransportSettings(
                maxConnections, maxPending, timeout, connectTimeout, responseTimeout, gracePeriod, maxResponseBytes);
    }

    public TransportSettings connectTimeout(Duration timeout) {
        return new TransportSettings(
                maxConnections, maxPending, acquireTimeout, timeout, responseTimeout, gracePeriod, maxResponseBytes);
    }

    public TransportSettings responseTimeout(Duration timeout) {
        return new TransportSettings(
                maxConnections, maxPending, acquireTimeout, connectTimeout, timeout, gracePeriod, maxResponseBytes);
    }

    public TransportSettings gracePeriod(Duration period) {
        return new TransportSettings(
                maxConnections, maxPending, acquireTimeout, connectTimeout, responseTimeout, period, maxResponseBytes);
    }

    public TransportSettings maxResponseBytes(int bytes) {
        return new TransportSettings(
                maxConnections, maxPending, acquireTimeout, connectTimeout, responseTimeout, gracePeriod, bytes);
    }
}
