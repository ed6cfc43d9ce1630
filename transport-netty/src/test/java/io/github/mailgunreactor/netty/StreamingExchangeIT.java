package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class StreamingExchangeIT {
    @Test
    void boundsTheWaitForWhatIsAskedForJustAsTheClockIsBeingStopped() {
        try (FaultServer server = FaultServer.start()) {
            server.script(Fault.writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"));
            NettyTransport transport = NettyTransport.builder()
                    .responseTimeout(Duration.ofSeconds(1))
                    .build();
            Reading reading = new Reading();

            Mono<ResponseStream> call = new Mono<>() {
                @Override
                public void subscribe(CoreSubscriber<? super ResponseStream> actual) {
                    actual.onSubscribe(new Interrupted(transport, server, actual, reading));
                }
            };
            call.subscribe(response -> response.body().subscribe(reading));

            assertThat(reading.end.asMono().block(Duration.ofSeconds(20)))
                    .isInstanceOfSatisfying(
                            NoResponseException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(NoResponseException.Reason.TIMED_OUT));
            assertThat(reading.askedInBetween).isTrue();
            transport.close();
            transport.onClose().block(Duration.ofSeconds(20));
        }
    }

    @Test
    void keepsNoExchangeInFlightThatIsCancelledJustAsItBegins() {
        try (FaultServer server = FaultServer.start()) {
            NettyTransport transport = NettyTransport.create();
            StreamingExchange exchange = new CancelledAsItBegins(transport, server);

            exchange.request(1);

            assertThat(transport.exchanges().count()).isZero();
            transport.close();
            transport.onClose().block(Duration.ofSeconds(20));
        }
    }

    private static ResponseReader<IllegalStateException> noErrorExpected() {
        return (head, body, offset, length) -> new IllegalStateException("no error was sent");
    }

    /** Is cancelled while it is being added to those in flight: a set asks for the hash code first. */
    private static final class CancelledAsItBegins extends StreamingExchange {
        private boolean cancelled;

        CancelledAsItBegins(NettyTransport transport, FaultServer server) {
            super(transport, Exchanges.get(server.region()), new BaseSubscriber<>() {}, noErrorExpected());
        }

        @Override
        public int hashCode() {
            if (!cancelled) {
                cancelled = true;
                cancel();
            }
            return System.identityHashCode(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }
    }

    /** Asks for one buffer when it begins, and for another one where it is told to. */
    private static final class Reading extends BaseSubscriber<ByteBuffer> {
        private final Sinks.One<Throwable> end = Sinks.one();
        private volatile boolean askedInBetween;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnError(Throwable failure) {
            end.tryEmitValue(failure);
        }

        void askOnce() {
            if (!askedInBetween && upstream() != null) {
                askedInBetween = true;
                request(1);
            }
        }
    }

    /** Lets the subscriber ask between the look at what it has asked for and the end of the wait. */
    private static final class Interrupted extends StreamingExchange {
        private final Reading reading;

        Interrupted(
                NettyTransport transport,
                FaultServer server,
                CoreSubscriber<? super ResponseStream> actual,
                Reading reading) {
            super(transport, Exchanges.get(server.region()), actual, noErrorExpected());
            this.reading = reading;
        }

        @Override
        void pauseWaiting() {
            reading.askOnce();
            super.pauseWaiting();
        }
    }
}
