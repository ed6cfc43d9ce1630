package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;

/**
 * Deliveries to subscribe to, for those who would rather pull than be called. A receiver hands them in, and Mailgun waits until they are
 * settled:
 *
 * <pre>{@code
 * WebhookStream stream = WebhookStream.of(100);
 * WebhookReceiver receiver = WebhookReceiver.of(verifier, stream::handle);
 *
 * stream.deliveries()
 *         .concatMap(each -> orders.update(each.delivery()).doOnSuccess(saved -> each.done()).onErrorResume(failure -> {
 *             each.fail(failure);
 *             return Mono.empty();
 *         }))
 *         .subscribe();
 * }</pre>
 *
 * <p>Nothing is queued but open requests. While nobody asks for more, a delivery waits, and its request with it, no longer than the
 * {@linkplain WebhookReceiver#timeout timeout of the receiver}; when so many wait as this was made for, further ones fail at once. Either
 * way Mailgun keeps them and comes again. What was handed out and is not settled in time is taken as failed too, and comes again as
 * another {@link UnsettledDelivery}.
 */
public final class WebhookStream {
    private final int mostWaiting;
    private final ConcurrentLinkedQueue<Waiting> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final AtomicReference<@Nullable Reader> reader = new AtomicReference<>();

    private WebhookStream(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /**
     * A stream.
     *
     * @param mostWaiting how many deliveries may wait to be asked for, 1 to 10,000
     */
    public static WebhookStream of(int mostWaiting) {
        return new WebhookStream(Arguments.requireRange("mostWaiting", mostWaiting, 1, 10_000));
    }

    /**
     * What a {@link WebhookReceiver} calls.
     *
     * @return completes when the delivery is settled as done, and fails otherwise
     */
    public Mono<Void> handle(WebhookDelivery delivery) {
        return Mono.create(sink -> arrive(new Waiting(new UnsettledDelivery(delivery, sink), sink)));
    }

    /**
     * The deliveries, as they come. It never ends by itself and has one subscriber at a time; after that one has cancelled, another may
     * follow. Without any, deliveries wait as if nobody asked.
     */
    public Flux<UnsettledDelivery> deliveries() {
        return new Deliveries(this);
    }

    private void arrive(Waiting waiting) {
        if (count.incrementAndGet() > mostWaiting) {
            count.decrementAndGet();
            waiting.sink.error(new IllegalStateException("as many deliveries wait as the stream holds"));
            return;
        }
        // A delivery that was given up leaves its place at once; who finds it in the queue passes over it.
        waiting.sink.onDispose(() -> leave(waiting));
        arrivals.add(waiting);
        proceed();
    }

    private void leave(Waiting waiting) {
        if (waiting.left.compareAndSet(0, 1)) {
            count.decrementAndGet();
            arrivals.remove(waiting);
        }
    }

    private void proceed() {
        if (wakeUps.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            hand();
            seen = wakeUps.addAndGet(-seen);
        } while (seen != 0);
    }

    private void hand() {
        Reader current = reader.get();
        while (current != null && current.demand.get() > 0) {
            Waiting next = arrivals.poll();
            if (next == null) {
                return;
            }
            if (next.left.compareAndSet(0, 1)) {
                count.decrementAndGet();
                current.demand.updateAndGet(asked -> asked == Long.MAX_VALUE ? asked : asked - 1);
                current.actual.onNext(next.delivery);
            }
            current = reader.get();
        }
    }

    private static final class Waiting {
        private final UnsettledDelivery delivery;
        private final MonoSink<Void> sink;
        private final AtomicInteger left = new AtomicInteger();

        Waiting(UnsettledDelivery delivery, MonoSink<Void> sink) {
            this.delivery = delivery;
            this.sink = sink;
        }
    }

    /** The one who subscribes. */
    private static final class Reader implements Subscription {
        private final WebhookStream stream;
        private final CoreSubscriber<? super UnsettledDelivery> actual;
        private final AtomicLong demand = new AtomicLong();

        Reader(WebhookStream stream, CoreSubscriber<? super UnsettledDelivery> actual) {
            this.stream = stream;
            this.actual = actual;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                demand.accumulateAndGet(n, Operators::addCap);
                stream.proceed();
            }
        }

        @Override
        public void cancel() {
            stream.reader.compareAndSet(this, null);
        }
    }

    private static final class Deliveries extends Flux<UnsettledDelivery> {
        private final WebhookStream stream;

        Deliveries(WebhookStream stream) {
            this.stream = stream;
        }

        @Override
        public void subscribe(CoreSubscriber<? super UnsettledDelivery> actual) {
            Reader next = new Reader(stream, actual);
            if (!stream.reader.compareAndSet(null, next)) {
                Operators.error(actual, new IllegalStateException("the stream has a subscriber already"));
                return;
            }
            actual.onSubscribe(next);
        }
    }
}
