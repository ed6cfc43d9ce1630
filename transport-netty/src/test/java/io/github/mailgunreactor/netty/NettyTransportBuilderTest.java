package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NettyTransportBuilderTest {

    private static Arguments option(String name, Consumer<NettyTransportBuilder> call) {
        return Arguments.of(Named.of(name, name), call);
    }

    static Stream<Arguments> outOfRange() {
        Duration tooLong = Duration.ofDays(30);
        return Stream.of(
                option("name", b -> b.name("")),
                option("name", b -> b.name("with space")),
                option("maxConnections", b -> b.maxConnections(0)),
                option("maxConnections", b -> b.maxConnections(10_001)),
                option("maxPendingAcquires", b -> b.maxPendingAcquires(-1)),
                option("acquireTimeout", b -> b.acquireTimeout(Duration.ZERO)),
                option("acquireTimeout", b -> b.acquireTimeout(tooLong)),
                option("connectTimeout", b -> b.connectTimeout(Duration.ofMillis(-1))),
                option("connectTimeout", b -> b.connectTimeout(tooLong)),
                option("responseTimeout", b -> b.responseTimeout(Duration.ZERO)),
                option("responseTimeout", b -> b.responseTimeout(tooLong)),
                option("maxIdleTime", b -> b.maxIdleTime(Duration.ZERO)),
                option("maxLifeTime", b -> b.maxLifeTime(Duration.ZERO)),
                option("evictionInterval", b -> b.evictionInterval(Duration.ZERO)),
                option("closeGracePeriod", b -> b.closeGracePeriod(Duration.ofSeconds(-1))),
                option("maxResponseBytes", b -> b.maxResponseBytes(1023)),
                option("maxHeaderBytes", b -> b.maxHeaderBytes(Integer.MAX_VALUE)),
                option("ioThreads", b -> b.ioThreads(0)),
                option("port", b -> b.httpProxy("localhost", 0)),
                option("port", b -> b.socksProxy("localhost", 65_536)),
                option("host", b -> b.httpProxy("", 8080)),
                option("host", b -> b.socksProxy("local\u0000host", 8080)),
                option("user", b -> b.httpProxy("localhost", 8080, "", "password")),
                option("password", b -> b.socksProxy("localhost", 8080, "user", "")),
                option("password", b -> b.httpProxy("localhost", 8080, "user", "")),
                option("user", b -> b.socksProxy("localhost", 8080, "user\n", "password")));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(String name, Consumer<NettyTransportBuilder> call) {
        NettyTransportBuilder builder = NettyTransport.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(builder))
                .withMessageContaining(name);
    }

    @Test
    void acceptsTheBoundsThemselves() {
        assertThatNoException()
                .isThrownBy(() -> NettyTransport.builder()
                        .maxConnections(1)
                        .maxConnections(10_000)
                        .maxPendingAcquires(0)
                        .acquireTimeout(Duration.ofMillis(1))
                        .closeGracePeriod(Duration.ZERO)
                        .acquireTimeout(Duration.ofMinutes(10))
                        .connectTimeout(Duration.ofMinutes(5))
                        .responseTimeout(Duration.ofHours(1))
                        .maxLifeTime(Duration.ofHours(24))
                        .maxResponseBytes(1024)
                        .maxResponseBytes(1 << 30)
                        .maxHeaderBytes(1024)
                        .ioThreads(256)
                        .httpProxy("localhost", 1)
                        .socksProxy("localhost", 65_535));
    }

    @Test
    void everySettingGivesTheBuilderBack() {
        NettyTransportBuilder builder = NettyTransport.builder();

        assertThat(Stream.of(
                        builder.name("orders"),
                        builder.maxIdleTime(Duration.ofSeconds(30)),
                        builder.evictionInterval(Duration.ofSeconds(30)),
                        builder.gzip(false),
                        builder.wireLog(true),
                        builder.httpProxy("localhost", 3128, "user", "password"),
                        builder.socksProxy("localhost", 1080),
                        builder.socksProxy("localhost", 1080, "user", "password"),
                        builder.clientCertificate(InputStream.nullInputStream(), InputStream.nullInputStream(), null),
                        builder.ioEngine(IoEngine.NIO),
                        builder.ioThreads(2)))
                .allMatch(given -> given == builder);
    }

    @Test
    void refusesCertificatesThatCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NettyTransport.builder().trustedCertificates(broken))
                .withMessage("certificates cannot be read");
    }

    @Test
    void refusesCertificatesThatAreNone() {
        NettyTransportBuilder builder = NettyTransport.builder()
                .trustedCertificates(new ByteArrayInputStream("none".getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("certificates");
    }
}
