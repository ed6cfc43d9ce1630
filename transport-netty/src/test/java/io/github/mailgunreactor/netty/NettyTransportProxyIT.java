package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

@Timeout(60)
class NettyTransportProxyIT {
    private final FaultServer server = FaultServer.start().script(Fault.answer(200, "through"));
    private final TunnelProxy proxy = new TunnelProxy(server.port());
    private final Region region = Region.at("http://mailgun.invalid:8080");
    private NettyTransport transport = NettyTransport.create();

    @AfterEach
    void close() {
        proxy.close();
        server.close();
        transport.close();
        transport.onClose().block(Duration.ofSeconds(20));
    }

    private void through(NettyTransportBuilder builder) {
        transport.close();
        transport = builder.build();
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(Exchanges.text(transport, region))
                    .expectNext("through")
                    .verifyComplete();
        }
        assertThat(proxy.asked()).containsExactly("mailgun.invalid:8080");
        assertThat(server.requests().get(0).header("host")).containsExactly("mailgun.invalid:8080");
        assertThat(server.requests().get(0).target()).isEqualTo(Exchanges.TARGET);
        assertThat(server.requests().get(0).header("proxy-authorization")).isEmpty();
    }

    @Test
    void goesThroughAnHttpProxy() {
        through(NettyTransport.builder().httpProxy("127.0.0.1", proxy.port(), TunnelProxy.USER, TunnelProxy.PASSWORD));
    }

    @Test
    void goesThroughASocksProxy() {
        through(NettyTransport.builder().socksProxy("127.0.0.1", proxy.port(), TunnelProxy.USER, TunnelProxy.PASSWORD));
    }

    @Test
    void saysThatTheProxyRefusedWithoutItsCredentials() {
        transport.close();
        transport = NettyTransport.builder()
                .httpProxy("127.0.0.1", proxy.port(), TunnelProxy.USER, "wrongsecret")
                .build();
        StepVerifier.create(Exchanges.text(transport, region))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(NoResponseException.class, refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.CONNECT_FAILED);
                            assertThat(refused.requestSent()).isFalse();
                            assertThat(refused).hasStackTraceContaining("proxy");
                            for (Throwable each = refused; each != null; each = each.getCause()) {
                                assertThat(String.valueOf(each.getMessage())).doesNotContain("secret", Exchanges.KEY);
                            }
                        }));
        assertThat(server.requests()).isEmpty();
    }
}
