package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.context.Context;

/** What a failure below is taken for. */
class FailuresTest {
    private final NettyTransport transport = NettyTransport.create();
    private final HttpExchange<String> unsent = new CollectingExchange<>(
            transport, Exchanges.get(Region.US), new BaseSubscriber<>() {}, (head, body, offset, length) -> "read");

    private static final NettyResponseHead HEAD = new NettyResponseHead(200, new DefaultHttpHeaders());

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

    static Stream<Arguments> reasons() {
        Throwable interrupted = new ClosedChannelException();
        interrupted.addSuppressed(new SSLException("handshake"));
        return Stream.of(
                Arguments.of(new TimeoutException("of the pool"), Reason.POOL_EXHAUSTED),
                Arguments.of(new PoolAcquirePendingLimitException(), Reason.POOL_EXHAUSTED),
                Arguments.of(new UnknownHostException("no.example"), Reason.HOST_NOT_FOUND),
                Arguments.of(new IOException(new UnknownHostException("no.example")), Reason.HOST_NOT_FOUND),
                Arguments.of(new SSLException("certificate"), Reason.TLS_FAILED),
                Arguments.of(new DecoderException(new SSLException("certificate")), Reason.TLS_FAILED),
                Arguments.of(interrupted, Reason.TLS_FAILED),
                Arguments.of(new ConnectException("refused"), Reason.CONNECT_FAILED),
                Arguments.of(new IOException("gone"), Reason.CONNECT_FAILED));
    }

    /** Of a call that has no connection yet. */
    @ParameterizedTest
    @MethodSource("reasons")
    void theReasonIsSoughtInTheCausesToo(Throwable failure, Reason reason) {
        assertThat(Failures.noResponse(unsent, failure)).satisfies(found -> {
            assertThat(found.reason()).isEqualTo(reason);
            assertThat(found.requestSent()).isFalse();
        });
    }

    @Test
    void whateverFailsWhileTheTransportClosesFailsForThat() {
        transport.close();

        assertThat(Failures.noResponse(unsent, new ConnectException("refused")).reason())
                .isEqualTo(Reason.CLOSED);
    }

    @Test
    void ofTheCausesOnlyThoseOfTheNetworkAreShown() {
        IOException network = new IOException("gone");
        Throwable pool = new PoolAcquirePendingLimitException();

        assertThat(Failures.noResponse(unsent, new IllegalStateException("key-1", network)))
                .hasCause(network);
        assertThat(Failures.noResponse(unsent, pool)).cause().isSameAs(pool);
        assertThat(Failures.lost(unsent, new IllegalStateException("key-1"))).hasNoCause();
        assertThat(Failures.lost(unsent, null)).hasNoCause();
    }

    @Test
    void causesThatGoInACircleEnd() {
        Throwable outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));

        assertThat(Failures.noResponse(unsent, outer)).hasNoCause();
    }

    @Test
    void anErrorOfTheClassPathIsToldAsItIs() {
        Error missing = new NoClassDefFoundError("io/netty/X");

        assertThat(Failures.of(unsent, null, new IOException(missing))).isSameAs(missing);
        assertThat(Failures.ofReader(unsent, HEAD, missing)).isSameAs(missing);
    }

    @Test
    void aBrokenResponseIsToldWithItsStatusOnceItIsKnown() {
        Throwable broken = new BrokenResponseException("two lengths");

        assertThat(Failures.of(unsent, HEAD, new DecoderException(broken)))
                .isInstanceOfSatisfying(
                        UnreadableResponseException.class,
                        failure -> assertThat(failure.status()).isEqualTo(200))
                .hasMessageContaining("two lengths");
        assertThat(Failures.of(unsent, null, broken))
                .isInstanceOfSatisfying(
                        UnreadableResponseException.class,
                        failure -> assertThat(failure.status()).isZero());
    }

    @Test
    void aReaderThatFailsShowsNothingOfWhatItRead() {
        MailgunException own = Failures.lost(unsent, null);

        assertThat(Failures.ofReader(unsent, HEAD, own)).isSameAs(own);
        assertThat(Failures.ofReader(unsent, HEAD, new IllegalStateException("a body")))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("the reader failed")
                .hasNoCause();
    }

    @Test
    void whatASubscriberThrowsGoesToReactorsHookOfTheSubscriber() {
        List<Throwable> dropped = new ArrayList<>();
        Throwable thrown = new IllegalStateException("thrown");

        Failures.dropped(thrown, hook(dropped::add));
        assertThatNoException()
                .isThrownBy(() -> Failures.dropped(thrown, hook(error -> {
                    throw new IllegalStateException("the hook");
                })));

        assertThat(dropped).containsExactly(thrown);
    }

    private static Context hook(Consumer<Throwable> hook) {
        return Context.of("reactor.onErrorDropped.local", hook);
    }

    /** Named as that of Reactor Netty's pool, which is in a package of its own making. */
    private static final class PoolAcquirePendingLimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
