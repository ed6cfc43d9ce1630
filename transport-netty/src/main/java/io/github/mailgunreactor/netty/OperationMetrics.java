package io.github.mailgunreactor.netty;

import java.net.SocketAddress;
import java.time.Duration;
import reactor.netty.http.client.ContextAwareHttpClientMetricsRecorder;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.util.context.ContextView;

/**
 * Passes measurements on with the path template in place of the path, which names domains and people. A recorder that
 * throws costs no call its response.
 */
final class OperationMetrics extends ContextAwareHttpClientMetricsRecorder {
    private static final String UNKNOWN = "unknown";

    private final HttpClientMetricsRecorder recorder;

    OperationMetrics(HttpClientMetricsRecorder recorder) {
        this.recorder = recorder;
    }

    private static String template(ContextView context) {
        HttpExchange<?> exchange = context.getOrDefault(HttpExchange.KEY, null);
        return exchange == null ? UNKNOWN : exchange.request.template();
    }

    @Override
    public void recordDataReceivedTime(
            ContextView context, SocketAddress remote, String uri, String method, String status, Duration time) {
        GuardedRegistrar.guarded(
                () -> recorder.recordDataReceivedTime(remote, template(context), method, status, time));
    }

    @Override
    public void recordDataSentTime(
            ContextView context, SocketAddress remote, String uri, String method, Duration time) {
        GuardedRegistrar.guarded(() -> recorder.recordDataSentTime(remote, template(context), method, time));
    }

    @Override
    public void recordResponseTime(
            ContextView context, SocketAddress remote, String uri, String method, String status, Duration time) {
        GuardedRegistrar.guarded(() -> recorder.recordResponseTime(remote, template(context), method, status, time));
    }

    @Override
    public void recordDataReceived(ContextView context, SocketAddress remote, String uri, long bytes) {
        GuardedRegistrar.guarded(() -> recorder.recordDataReceived(remote, template(context), bytes));
    }

    @Override
    public void recordDataSent(ContextView context, SocketAddress remote, String uri, long bytes) {
        GuardedRegistrar.guarded(() -> recorder.recordDataSent(remote, template(context), bytes));
    }

    @Override
    public void incrementErrorsCount(ContextView context, SocketAddress remote, String uri) {
        GuardedRegistrar.guarded(() -> recorder.incrementErrorsCount(remote, template(context)));
    }

    @Override
    public void incrementErrorsCount(ContextView context, SocketAddress remote) {
        GuardedRegistrar.guarded(() -> recorder.incrementErrorsCount(remote));
    }

    @Override
    public void recordConnectTime(ContextView context, SocketAddress remote, Duration time, String status) {
        GuardedRegistrar.guarded(() -> recorder.recordConnectTime(remote, time, status));
    }

    @Override
    public void recordDataReceived(ContextView context, SocketAddress remote, long bytes) {
        GuardedRegistrar.guarded(() -> recorder.recordDataReceived(remote, bytes));
    }

    @Override
    public void recordDataSent(ContextView context, SocketAddress remote, long bytes) {
        GuardedRegistrar.guarded(() -> recorder.recordDataSent(remote, bytes));
    }

    @Override
    public void recordTlsHandshakeTime(ContextView context, SocketAddress remote, Duration time, String status) {
        GuardedRegistrar.guarded(() -> recorder.recordTlsHandshakeTime(remote, time, status));
    }

    @Override
    public void recordResolveAddressTime(SocketAddress remote, Duration time, String status) {
        GuardedRegistrar.guarded(() -> recorder.recordResolveAddressTime(remote, time, status));
    }
}
