package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Region;
import io.netty.handler.codec.DecoderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;

/** What a failure below is taken for. */
class FailuresTest {
    private final NettyTransport transport = NettyTransport.create();
    private final HttpExchange<String> unsent = new CollectingExchange<>(
            transport, Exchanges.get(Region.US), new BaseSubscriber<>() {}, (head, body, offset, length) -> "read");

    @AfterEach
    void close() {
        transport.close();
    }

    /** Such as a header that Netty refuses to write: nothing was sent, so there is no response that could be broken. */
    @Test
    void anArgumentThatIsRefusedBelowIsNoBrokenResponse() {
        assertThat(Failures.of(unsent, null, new IllegalArgumentException("refused")))
                .isInstanceOfSatisfying(NoResponseException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.CONNECT_FAILED);
                    assertThat(failure.requestSent()).isFalse();
                });
    }

    @Test
    void whatTheDecoderCannotReadIsABrokenResponse() {
        assertThat(Failures.of(unsent, null, new DecoderException("unreadable")))
                .hasMessageContaining("its encoding is broken");
    }
}
