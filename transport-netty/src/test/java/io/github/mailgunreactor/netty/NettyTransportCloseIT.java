package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class NettyTransportCloseIT {

    @RepeatedTest(50)
    void closesWithoutAnErrorThoughItsEventLoopsEndAtOnce() {
        NettyTransport transport = NettyTransport.create();

        assertThatNoException().isThrownBy(transport::close);

        transport.onClose().block(Duration.ofSeconds(20));
    }
}
