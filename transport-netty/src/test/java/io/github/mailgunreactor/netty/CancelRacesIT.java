package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.testing.FaultServer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * Calls cancelled by another thread at any moment, from before they begin until after they end. {@code -Dsoak=true}
 * cancels a million times in place of 20,000.
 */
@Timeout(1800)
class CancelRacesIT {
    private static final int CANCELS = Boolean.getBoolean("soak") ? 1_000_000 : 20_000;

    @Test
    void noCancelledCallStaysInFlight() throws InterruptedException {
        try (FaultServer server = FaultServer.start()) {
            NettyTransport transport =
                    NettyTransport.builder().maxConnections(8).build();
            AtomicReference<@Nullable Subscription> next = new AtomicReference<>();
            Thread canceller = new Thread(() -> cancel(next), "canceller");
            canceller.start();
            SplittableRandom random = new SplittableRandom(11);
            for (int i = 0; i < CANCELS; i++) {
                CancelledElsewhere call = new CancelledElsewhere(next, random.nextInt(400));
                Exchanges.text(transport, server.region()).subscribe(call);
                if (i % 8 == 0) {
                    while (next.get() != null) {
                        Thread.onSpinWait();
                    }
                }
            }
            canceller.interrupt();
            canceller.join();

            server.await("no call is in flight", () -> transport.exchanges().count() == 0);
            long start = System.nanoTime();
            transport.close();
            transport.onClose().block(Duration.ofSeconds(20));
            Duration closing = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf("%,d cancels: 0 calls in flight, closed in %s%n", CANCELS, closing);
            assertThat(closing).isLessThan(Duration.ofSeconds(4));
        }
    }

    private static void cancel(AtomicReference<@Nullable Subscription> next) {
        SplittableRandom random = new SplittableRandom(12);
        while (!Thread.currentThread().isInterrupted()) {
            Subscription subscription = next.get();
            if (subscription == null) {
                Thread.onSpinWait();
                continue;
            }
            spin(random.nextInt(8) == 0 ? random.nextInt(300_000) : random.nextInt(3_000));
            subscription.cancel();
            next.set(null);
        }
    }

    private static void spin(int nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Hands its subscription to the other thread, and asks for the response at about the time it is cancelled. */
    private static final class CancelledElsewhere extends BaseSubscriber<String> {
        private final AtomicReference<@Nullable Subscription> canceller;
        private final int pause;

        CancelledElsewhere(AtomicReference<@Nullable Subscription> canceller, int pause) {
            this.canceller = canceller;
            this.pause = pause;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (!canceller.compareAndSet(null, this)) {
                subscription.request(1);
                cancel();
                return;
            }
            spin(pause);
            subscription.request(1);
        }
    }
}
