package io.github.mailgunreactor.netty;

import java.net.SocketAddress;
import java.time.Duration;
import reactor.netty.http.client.ContextAwareHttpClientMetricsRecorder;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.util.context.ContextView;

/** Passes measurements on with the path template in place of the path, which names domains and people. */
final class OperationMetrics extends ContextAwareHttpClientMetricsRecorder {
    private static final String UNKNOWN = "unknown";

    private final HttpClientMetricsRecorder recorder;

    OperationMetrics(HttpClientMetricsRecorder recorder) {
        this.recorder = recorder;
    }

    private static String template(ContextView context) {
        HttpExchange<?> call = context.getOrDefault(HttpExchange.KEY, null);
        return call == null ? UNKNOWN : call.request.template();
    }

    @Override
    public void recordDataReceivedTime(
            ContextView context, SocketAddress remote, String uri, String method, String status, Duration time) {
        recorder.recordDataReceivedTime(remote, template(context), method, status, time);
    }

    @Override
    public void recordDataSentTime(
            ContextView context, SocketAddress remote, String uri, String method, Duration time) {
        recorder.recordDataSentTime(remote, template(context), method, time);
    }

    @Override
    public void recordResponseTime(
            ContextView context, SocketAddress remote, String uri, String method, String status, Duration time) {
        recorder.recordResponseTime(remote, template(context), method, status, time);
    }

    @Override
    public void recordDataReceived(ContextView context, SocketAddress remote, String uri, long bytes) {
        recorder.recordDataReceived(remote, template(context), bytes);
    }

    @Override
    public void recordDataSent(ContextView context, SocketAddress remote, String uri, long bytes) {
        recorder.recordDataSent(remote, template(context), bytes);
    }

    @Override
    public void incrementErrorsCount(ContextView context, SocketAddress remote, String uri) {
        recorder.incrementErrorsCount(remote, template(context));
    }

    @Override
    public void incrementErrorsCount(ContextView context, SocketAddress remote) {
        recorder.incrementErrorsCount(remote);
    }

    @Override
    public void recordConnectTime(ContextView context, SocketAddress remote, Duration time, String status) {
        recorder.recordConnectTime(remote, time, status);
    }

    @Override
    public void recordDataReceived(ContextView context, SocketAddress remote, long bytes) {
        recorder.recordDataReceived(remote, bytes);
    }

    @Override
    public void recordDataSent(ContextView context, SocketAddress remote, long bytes) {
        recorder.recordDataSent(remote, bytes);
    }

    @Override
    public void recordTlsHandshakeTime(ContextView context, SocketAddress remote, Duration time, String status) {
        recorder.recordTlsHandshakeTime(remote, time, status);
    }

    @Override
    public void recordResolveAddressTime(SocketAddress remote, Duration time, String status) {
        recorder.recordResolveAddressTime(remote, time, status);
    }
}
