package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;
import reactor.util.context.Context;

/** What Reactor Netty measures reaches the recorders of an application, whatever becomes of it there. */
class RecordersOfMetricsTest {
    private static final SocketAddress REMOTE = InetSocketAddress.createUnresolved("localhost", 1);
    private static final Duration TIME = Duration.ofMillis(7);

    private final List<String> recorded = new ArrayList<>();

    @Test
    void everyMeasurementOfACallIsPassedOnWithItsTemplateInPlaceOfItsPath() {
        measure(new OperationMetrics(recorder(HttpClientMetricsRecorder.class, null)));

        assertThat(recorded)
                .containsExactly(
                        "recordDataReceivedTime[localhost/<unresolved>:1, unknown, GET, 200, PT0.007S]",
                        "recordDataSentTime[localhost/<unresolved>:1, unknown, GET, PT0.007S]",
                        "recordResponseTime[localhost/<unresolved>:1, unknown, GET, 200, PT0.007S]",
                        "recordDataReceived[localhost/<unresolved>:1, unknown, 3]",
                        "recordDataSent[localhost/<unresolved>:1, unknown, 4]",
                        "incrementErrorsCount[localhost/<unresolved>:1, unknown]",
                        "incrementErrorsCount[localhost/<unresolved>:1]",
                        "recordConnectTime[localhost/<unresolved>:1, PT0.007S, SUCCESS]",
                        "recordDataReceived[localhost/<unresolved>:1, 5]",
                        "recordDataSent[localhost/<unresolved>:1, 6]",
                        "recordTlsHandshakeTime[localhost/<unresolved>:1, PT0.007S, SUCCESS]",
                        "recordResolveAddressTime[localhost/<unresolved>:1, PT0.007S, SUCCESS]");
    }

    @Test
    void aRecorderOfCallsThatThrowsDoesNoHarm() {
        OperationMetrics broken =
                new OperationMetrics(recorder(HttpClientMetricsRecorder.class, new NoSuchMethodError("other version")));

        assertThatNoException().isThrownBy(() -> measure(broken));
    }

    private static void measure(OperationMetrics metrics) {
        Context context = Context.empty();
        metrics.recordDataReceivedTime(context, REMOTE, "/path", "GET", "200", TIME);
        metrics.recordDataSentTime(context, REMOTE, "/path", "GET", TIME);
        metrics.recordResponseTime(context, REMOTE, "/path", "GET", "200", TIME);
        metrics.recordDataReceived(context, REMOTE, "/path", 3);
        metrics.recordDataSent(context, REMOTE, "/path", 4);
        metrics.incrementErrorsCount(context, REMOTE, "/path");
        metrics.incrementErrorsCount(context, REMOTE);
        metrics.recordConnectTime(context, REMOTE, TIME, "SUCCESS");
        metrics.recordDataReceived(context, REMOTE, 5);
        metrics.recordDataSent(context, REMOTE, 6);
        metrics.recordTlsHandshakeTime(context, REMOTE, TIME, "SUCCESS");
        metrics.recordResolveAddressTime(REMOTE, TIME, "SUCCESS");
    }

    /** The pool's gauges read from what is passed on. */
    @Test
    void aPoolComesAndGoesUnderItsNames() {
        MeterRegistrar registrar =
                GuardedRegistrar.of(() -> recorder(MeterRegistrar.class, null)).get();
        ConnectionPoolMetrics pool = (ConnectionPoolMetrics) Proxy.newProxyInstance(
                ConnectionPoolMetrics.class.getClassLoader(),
                new Class<?>[] {ConnectionPoolMetrics.class},
                (proxy, method, arguments) -> "figures");

        registrar.registerMetrics("pool", "id", REMOTE, pool);
        registrar.deRegisterMetrics("pool", "id", REMOTE);

        assertThat(recorded)
                .containsExactly(
                        "registerMetrics[pool, id, localhost/<unresolved>:1, figures]",
                        "deRegisterMetrics[pool, id, localhost/<unresolved>:1]");
    }

    @Test
    void waitsForAConnectionArePassedOn() {
        MeterRegistrar registrar =
                GuardedRegistrar.of(() -> recorder(MeterRegistrar.class, null)).get();

        registrar.recordPendingAcquireSuccess("pool", "id", REMOTE, 8);
        registrar.recordPendingAcquireFailure("pool", "id", REMOTE, 9);

        assertThat(recorded)
                .containsExactly(
                        "recordPendingAcquireSuccess[pool, id, localhost/<unresolved>:1, 8]",
                        "recordPendingAcquireFailure[pool, id, localhost/<unresolved>:1, 9]");
    }

    private <T> T recorder(Class<T> type, @Nullable Error failure) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (failure != null) {
                        throw failure;
                    }
                    recorded.add(method.getName() + Arrays.toString(arguments));
                    return null;
                }));
    }
}
