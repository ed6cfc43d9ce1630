package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.ResponseReader;
import io.github.mailgunreactor.core.TransportRequest;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/** A call that passes the response on as it arrives, or collects it where it is an error. */
final class Download extends Call<ByteBuffer> {
    private static final AtomicLongFieldUpdater<Download> DEMAND =
            AtomicLongFieldUpdater.newUpdater(Download.class, "demand");

    private final ResponseReader<? extends Throwable> failure;
    private final Operators.DeferredSubscription content = new Operators.DeferredSubscription();
    private volatile long demand;
    private @Nullable Collector collector;

    Download(
            NettyTransport transport,
            TransportRequest request,
            CoreSubscriber<? super ByteBuffer> actual,
            ResponseReader<? extends Throwable> failure) {
        super(transport, request, actual);
        this.failure = failure;
    }

    @Override
    void demand(long n) {
        Operators.addCap(DEMAND, this, n);
        if (sent() && connected()) {
            awaitResponse();
        }
        content.request(n);
    }

    @Override
    void connecting(Subscription upstream) {
        content.set(upstream);
    }

    @Override
    void answered(NettyResponseHead head) {
        if (!head.successful()) {
            content.request(Long.MAX_VALUE);
        }
    }

    @Override
    void content(NettyResponseHead head, ByteBuf bytes) {
        if (!head.successful()) {
            Collector collecting = collector;
            if (collecting == null) {
                collecting = new Collector(this, head, transport.settings().maxResponseBytes());
                collector = collecting;
            }
            collecting.add(bytes);
        } else if (!bytes.isReadable()) {
            content.request(1);
        } else {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.getBytes(bytes.readerIndex(), copy);
            Operators.produced(DEMAND, this, 1);
            if (demand == 0) {
                pauseWaiting();
            }
            actual.onNext(ByteBuffer.wrap(copy));
        }
    }

    @Override
    void completed(NettyResponseHead head) {
        if (head.successful()) {
            if (end()) {
                actual.onComplete();
            }
            return;
        }
        Throwable error = error(head);
        if (end()) {
            actual.onError(error);
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
            Exceptions.throwIfJvmFatal(thrown);
            return readerFailure(head, thrown);
        } finally {
            if (collected != null) {
                collected.giveBack();
            }
        }
    }
}
