package io.github.mailgunreactor.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/** The body of one request, read as the container says that there is something, and no faster than it is asked for. */
final class RequestBody implements Publisher<ByteBuffer>, Subscription, ReadListener {
    private static final int PIECE_BYTES = 8192;

    private final ServletInputStream stream;
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean available;
    private volatile boolean finished;
    private volatile @Nullable Throwable failure;
    private volatile boolean over;
    private @Nullable Subscriber<? super ByteBuffer> subscriber;

    RequestBody(ServletInputStream stream) {
        this.stream = stream;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> actual) {
        if (!subscribed.compareAndSet(false, true)) {
            Operators.error(actual, new IllegalStateException("a request has one body"));
            return;
        }
        subscriber = actual;
        actual.onSubscribe(this);
        if (!over) {
            stream.setReadListener(this);
        }
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            demand.accumulateAndGet(n, Operators::addCap);
            proceed();
        }
    }

    @Override
    public void cancel() {
        over = true;
    }

    @Override
    public void onDataAvailable() {
        available = true;
        proceed();
    }

    @Override
    public void onAllDataRead() {
        finished = true;
        proceed();
    }

    @Override
    public void onError(Throwable broken) {
        failure = broken;
        proceed();
    }

    /** One thread at a time, whoever comes meanwhile leaves word. */
    private void proceed() {
        if (wakeUps.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            read();
            seen = wakeUps.addAndGet(-seen);
        } while (seen != 0);
    }

    private void read() {
        Subscriber<? super ByteBuffer> reader = subscriber;
        if (over || reader == null) {
            return;
        }
        try {
            while (available && !over && !stream.isFinished() && demand.get() > 0) {
                // Before it is asked: where it is not ready, the container may call back at once.
                available = false;
                if (!stream.isReady()) {
                    break;
                }
                available = true;
                byte[] piece = new byte[PIECE_BYTES];
                int count = stream.read(piece);
                if (count < 0) {
                    break;
                }
                demand.updateAndGet(asked -> asked == Long.MAX_VALUE ? asked : asked - 1);
                reader.onNext(ByteBuffer.wrap(piece, 0, count));
            }
        } catch (IOException | IllegalStateException broken) {
            failure = broken;
        }
        end(reader);
    }

    private void end(Subscriber<? super ByteBuffer> reader) {
        Throwable broken = failure;
        if (over) {
            return;
        }
        if (broken != null) {
            over = true;
            reader.onError(broken);
        } else if (finished || stream.isFinished()) {
            over = true;
            reader.onComplete();
        }
    }
}
