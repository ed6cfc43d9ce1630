package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * An exchange that gives the head of a response as it arrives and the body as it is asked for, or collects the body where
 * it is an error. What is known of the body's subscriber is known on the connection's event loop only.
 */
class StreamingExchange extends HttpExchange<ResponseStream> {
    private static final AtomicLongFieldUpdater<StreamingExchange> DEMAND =
            AtomicLongFieldUpdater.newUpdater(StreamingExchange.class, "demand");

    private final ResponseReader<? extends Throwable> failure;
    private final Operators.DeferredSubscription content = new Operators.DeferredSubscription();
    private volatile long demand;
    private @Nullable Collector collector;
    private boolean handedOver;
    private @Nullable CoreSubscriber<? super ByteBuffer> subscriber;
    private boolean bodyEnded;
    private @Nullable Throwable bodyFailure;

    StreamingExchange(
            NettyTransport transport,
            TransportRequest request,
            CoreSubscriber<? super ResponseStream> actual,
            ResponseReader<? extends Throwable> failure) {
        super(transport, request, actual);
        this.failure = failure;
    }

    @Override
    void connecting(Subscription upstream) {
        content.set(upstream);
    }

    @Override
    void received(NettyResponseHead head) {
        if (!head.successful()) {
            content.request(Long.MAX_VALUE);
        } else if (handOver()) {
            handedOver = true;
            try {
                actual.onNext(new ResponseStream(head, new Body()));
                actual.onComplete();
            } catch (Throwable thrown) {
                Failures.dropped(thrown, currentContext());
                cancelBody();
            }
        }
    }

    @Override
    void content(NettyResponseHead head, ByteBuf bytes) {
        CoreSubscriber<? super ByteBuffer> reading = subscriber;
        if (!head.successful()) {
            Collector collecting = collector;
            if (collecting == null) {
                collecting = new Collector(this, head, transport.settings().maxResponseBytes());
                collector = collecting;
            }
            collecting.add(bytes);
        } else if (!bytes.isReadable()) {
            content.request(1);
        } else if (reading != null) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.getBytes(bytes.readerIndex(), copy);
            Operators.produced(DEMAND, this, 1);
            pauseWaitingWithoutDemand();
            try {
                reading.onNext(ByteBuffer.wrap(copy));
            } catch (Throwable thrown) {
                Failures.dropped(thrown, reading.currentContext());
                cancelBody();
            }
        }
    }

    /** Whoever asks in this very moment is not overlooked: it counts its demand first and starts the clock then. */
    private void pauseWaitingWithoutDemand() {
        if (demand == 0) {
            pauseWaiting();
            if (demand != 0) {
                awaitResponse();
            }
        }
    }

    @Override
    void completed(NettyResponseHead head) {
        if (head.successful()) {
            if (end()) {
                endBody(null);
                forget();
            }
            return;
        }
        Throwable error = error(head);
        if (end()) {
            super.signal(error);
            forget();
        }
    }

    @Override
    void signal(Throwable failure) {
        if (handedOver) {
            endBody(failure);
        } else {
            super.signal(failure);
        }
    }

    /** Tells the body's subscriber, or notes what to tell when there is one. */
    private void endBody(@Nullable Throwable failure) {
        bodyEnded = true;
        bodyFailure = failure;
        CoreSubscriber<? super ByteBuffer> reading = subscriber;
        if (reading != null) {
            tellEnd(reading, failure);
        }
    }

    private static void tellEnd(CoreSubscriber<? super ByteBuffer> reading, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                reading.onComplete();
            } else {
                reading.onError(failure);
            }
        } catch (Throwable thrown) {
            Failures.dropped(thrown, reading.currentContext());
        }
    }

    private Throwable error(NettyResponseHead head) {
        Collector collected = collector;
        try {
            Throwable error = collected == null
                    ? failure.read(head, ScratchArray.EMPTY, 0, 0)
                    : failure.read(head, collected.array(), 0, collected.length());
            return error != null ? error : Failures.unreadable(this, head, "it is no error to its reader");
        } catch (Throwable thrown) {
            return Failures.ofReader(this, head, thrown);
        } finally {
            if (collected != null) {
                collected.giveBack();
            }
        }
    }

    /** What follows the head. */
    private final class Body extends Flux<ByteBuffer> implements Subscription {
        private final AtomicBoolean subscribed = new AtomicBoolean();

        @Override
        public void subscribe(CoreSubscriber<? super ByteBuffer> reading) {
            if (!subscribed.compareAndSet(false, true)) {
                Operators.error(reading, new IllegalStateException("a response's body can be subscribed to once"));
                return;
            }
            Channel channel = Objects.requireNonNull(channel());
            EventLoop loop = channel.eventLoop();
            if (loop.inEventLoop()) {
                begin(reading);
                return;
            }
            try {
                loop.execute(() -> begin(reading));
            } catch (RejectedExecutionException closed) {
                Operators.error(reading, NettyTransport.closed(request, true));
            }
        }

        private void begin(CoreSubscriber<? super ByteBuffer> reading) {
            boolean ended = bodyEnded;
            subscriber = reading;
            pauseWaitingWithoutDemand();
            try {
                reading.onSubscribe(this);
            } catch (Throwable thrown) {
                Failures.dropped(thrown, reading.currentContext());
                cancelBody();
                return;
            }
            if (ended) {
                tellEnd(reading, bodyFailure);
            }
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                Operators.addCap(DEMAND, StreamingExchange.this, n);
                awaitResponse();
                content.request(n);
            }
        }

        @Override
        public void cancel() {
            cancelBody();
        }
    }
}
