package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.testing.FaultServer;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * Calls cancelled by another thread at any moment, from before they begin until after they end. {@code -Dsoak=true}
 * cancels a million times in place of 20,000.
 */
@Timeout(3600)
class CancelRacesIT {
    private static final int CANCELS = Integer.getInteger("cancels", Boolean.getBoolean("soak") ? 1_000_000 : 20_000);

    /** So many calls wait to be cancelled at most: the two threads seldom have to wait for each other. */
    private static final int UNCANCELLED = 64;

    private final Queue<Subscription> begun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger uncancelled = new AtomicInteger();

    @Test
    void noCancelledCallStaysInFlight() throws InterruptedException {
        try (FaultServer server = FaultServer.start()) {
            NettyTransport transport =
                    NettyTransport.builder().maxConnections(8).build();
            Thread canceller = new Thread(this::cancelAll, "canceller");
            canceller.start();
            SplittableRandom random = new SplittableRandom(11);
            for (int i = 0; i < CANCELS; i++) {
                waitUntil(() -> uncancelled.get() < UNCANCELLED);
                uncancelled.incrementAndGet();
                Exchanges.text(transport, server.region()).subscribe(new CancelledElsewhere(random.nextInt(400)));
            }
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

    private void cancelAll() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < CANCELS; i++) {
            waitUntil(() -> !begun.isEmpty());
            Subscription call = Objects.requireNonNull(begun.poll());
            spin(random.nextInt(8) == 0 ? random.nextInt(300_000) : random.nextInt(3_000));
            call.cancel();
            uncancelled.decrementAndGet();
        }
    }

    /** Looks a while, and then lets others run: where processors are few, the other thread may not have one. */
    private static void waitUntil(BooleanSupplier condition) {
        for (int looks = 0; !condition.getAsBoolean(); looks++) {
            if (looks < 2_000) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    private static void spin(int nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Hands its subscription to the other thread, and asks for the response at about the time it is cancelled. */
    private final class CancelledElsewhere extends BaseSubscriber<String> {
        private final int pause;

        CancelledElsewhere(int pause) {
            this.pause = pause;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            begun.add(this);
            spin(pause);
            subscription.request(1);
        }
    }
}
