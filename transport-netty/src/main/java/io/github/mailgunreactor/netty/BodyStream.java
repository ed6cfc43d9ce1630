package io.github.mailgunreactor.netty;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Takes one buffer at a time from a publisher, counts its bytes, and asks for the next when all are copied. */
final class BodyStream implements CoreSubscriber<ByteBuffer> {
    /** After so many buffers at a stretch the event loop serves others first: a publisher may have no end. */
    private static final int STRETCH = 64;

    private final BodySender sender;
    private final long announced;
    private long received;
    private int stretch;
    private @Nullable Subscription subscription;
    private @Nullable ByteBuffer current;
    private boolean demanded;
    private boolean demanding;
    private boolean completed;

    BodyStream(BodySender sender, long announced) {
        this.sender = sender;
        this.announced = announced;
    }

    /** Whether there may be more to send at once. */
    boolean sendPiece() throws IOException {
        ByteBuffer buffer = current;
        if (buffer != null) {
            int count = Math.min(BodySender.PIECE, buffer.remaining());
            ByteBuf piece = sender.channel().alloc().ioBuffer(count);
            ByteBuffer part = buffer.duplicate();
            part.limit(part.position() + count);
            piece.writeBytes(part);
            buffer.position(buffer.position() + count);
            sender.write(piece);
            if (!buffer.hasRemaining()) {
                current = null;
            }
            return true;
        }
        if (completed) {
            if (received < announced) {
                throw new IOException("the publisher emits fewer bytes than it announced");
            }
            sender.streamed();
            return true;
        }
        return demand();
    }

    /** Whether the publisher was asked, and may have answered on the spot. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private boolean demand() {
        sender.awaitBody();
        Subscription source = subscription;
        if (source == null || demanded) {
            return false;
        }
        if (++stretch > STRETCH) {
            stretch = 0;
            sender.channel().eventLoop().schedule(sender::sendMore, 0, TimeUnit.NANOSECONDS);
            return false;
        }
        demanded = true;
        demanding = true;
        try {
            source.request(1);
        } finally {
            demanding = false;
        }
        return true;
    }

    void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public Context currentContext() {
        return sender.exchange().actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription source) {
        sender.onEventLoop(() -> {
            subscription = source;
            if (sender.isDone()) {
                source.cancel();
            } else {
                sendMoreUnlessDemanding();
            }
        });
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        sender.onEventLoop(() -> take(buffer));
    }

    private void take(ByteBuffer buffer) {
        if (sender.isDone()) {
            return;
        }
        demanded = false;
        if (buffer == null) {
            sender.fail(new NullPointerException("the publisher has emitted null"));
            return;
        }
        received += buffer.remaining();
        if (announced >= 0 && received > announced) {
            sender.fail(new IOException("the publisher emits more bytes than it announced"));
            return;
        }
        if (buffer.hasRemaining()) {
            current = buffer.duplicate();
            stretch = demanding ? stretch : 0;
        }
        sendMoreUnlessDemanding();
    }

    /** What arrives while it is asked for is sent by the loop that asks. */
    private void sendMoreUnlessDemanding() {
        if (!demanding) {
            sender.sendMore();
        }
    }

    @Override
    public void onError(Throwable failure) {
        sender.onEventLoop(() -> sender.fail(failure));
    }

    @Override
    public void onComplete() {
        sender.onEventLoop(() -> {
            completed = true;
            sendMoreUnlessDemanding();
        });
    }
}
