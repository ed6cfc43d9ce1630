package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.scheduler.Schedulers;

/** A call that collects the response and hands it to a reader. */
final class CollectingExchange<T> extends HttpExchange<T> {
    /**
     * A larger body is read on one of Reactor's threads for computing: reading takes some milliseconds for each megabyte,
     * in which an event loop serves no other call.
     */
    private static final int LARGEST_READ_HERE = 512 * 1024;

    private final ResponseReader<T> reader;
    private @Nullable Collector collector;
    private @Nullable T value;
    private @Nullable Throwable readFailure;
    private boolean read;

    CollectingExchange(
            NettyTransport transport,
            TransportRequest request,
            CoreSubscriber<? super T> actual,
            ResponseReader<T> reader) {
        super(transport, request, actual);
        this.reader = reader;
    }

    @Override
    void connecting(Subscription upstream) {
        upstream.request(Long.MAX_VALUE);
    }

    @Override
    void received(NettyResponseHead head) {}

    /** A response that arrives in one piece, as most do, is read where it lies. */
    @Override
    void content(NettyResponseHead head, ByteBuf bytes) {
        Collector collecting = collector;
        if (collecting == null) {
            collecting = new Collector(this, head, transport.settings().maxResponseBytes());
            collector = collecting;
        }
        if (collecting.isWhole(bytes)) {
            read(head, bytes);
        } else {
            collecting.add(bytes);
        }
    }

    private void read(NettyResponseHead head, ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (bytes.hasArray()) {
            read(head, bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
            return;
        }
        byte[] array = ScratchArray.borrow(length);
        try {
            bytes.getBytes(bytes.readerIndex(), array, 0, length);
            read(head, array, 0, length);
        } finally {
            ScratchArray.giveBack(array);
        }
    }

    private void read(NettyResponseHead head, byte[] array, int offset, int length) {
        read = true;
        try {
            value = reader.read(head, array, offset, length);
        } catch (Throwable failure) {
            readFailure = Failures.ofReader(this, head, failure);
        }
    }

    @Override
    void completed(NettyResponseHead head) {
        Collector collected = collector;
        if (read) {
            tell();
        } else if (collected == null) {
            read(head, ScratchArray.EMPTY, 0, 0);
            tell();
        } else if (collected.length() > LARGEST_READ_HERE) {
            readElsewhere(head, collected);
        } else {
            read(head, collected.array(), 0, collected.length());
            collected.giveBack();
            tell();
        }
    }

    private void readElsewhere(NettyResponseHead head, Collector collected) {
        Runnable reading = () -> {
            read(head, collected.array(), 0, collected.length());
            tell();
        };
        try {
            Schedulers.parallel().schedule(reading);
        } catch (RejectedExecutionException ending) {
            reading.run();
        }
    }

    private void tell() {
        if (end()) {
            T result = value;
            if (readFailure != null) {
                signal(readFailure);
            } else {
                try {
                    if (result != null) {
                        actual.onNext(result);
                    }
                    actual.onComplete();
                } catch (Throwable thrown) {
                    Failures.dropped(thrown, currentContext());
                }
            }
            forget();
        }
    }
}
