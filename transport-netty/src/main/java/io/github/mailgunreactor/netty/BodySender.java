package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.TransportBody;
import io.github.mailgunreactor.core.TransportBody.Bytes;
import io.github.mailgunreactor.core.TransportBody.FileContent;
import io.github.mailgunreactor.core.TransportBody.Segment;
import io.github.mailgunreactor.core.TransportBody.Stream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Sends a body that is too large for one message, segment by segment: no more is read, or demanded of a publisher, than
 * {@link #WINDOW} bytes that have not reached the socket. Everything happens on the connection's event loop.
 *
 * <p>A body that does not have the length it announced fails the call, and with it the connection: the server would
 * take the next request for the rest of this one.
 */
final class BodySender extends Mono<Void> implements Subscription {
    private static final int WINDOW = 128 * 1024;
    private static final int PIECE = 32 * 1024;

    private final HttpExchange<?> call;
    private final Channel channel;
    private final List<Segment> segments;
    private final boolean zeroCopy;

    private @Nullable CoreSubscriber<? super Void> actual;
    private int next;
    private int unsent;
    private boolean done;
    private @Nullable FileChannel file;
    private long filePosition;
    private long fileLength;
    private byte @Nullable [] bytes;
    private int bytesPosition;
    private @Nullable StreamReader stream;

    BodySender(HttpExchange<?> call, Channel channel, TransportBody body) {
        this.call = call;
        this.channel = channel;
        this.segments = body.segments();
        this.zeroCopy =
                !(channel instanceof Http2StreamChannel) && channel.pipeline().get(SslHandler.class) == null;
    }

    /** Fails the call, before a byte of it has left, if a file is not as long as it was when the request was made. */
    boolean check() {
        for (Segment segment : segments) {
            if (segment instanceof FileContent content) {
                try {
                    if (Files.size(content.file()) != content.length()) {
                        fail(new IOException("the file has changed its length"));
                        return false;
                    }
                } catch (IOException failure) {
                    fail(failure);
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> actual) {
        this.actual = actual;
        actual.onSubscribe(this);
        onEventLoop(this::sendMore);
    }

    @Override
    public void request(long n) {}

    /** Stops sending. The connection is of no use afterwards. */
    @Override
    public void cancel() {
        onEventLoop(this::stop);
    }

    private void onEventLoop(Runnable action) {
        if (channel.eventLoop().inEventLoop()) {
            action.run();
        } else {
            channel.eventLoop().execute(action);
        }
    }

    private void sendMore() {
        try {
            while (!done && unsent < WINDOW) {
                if (file != null) {
                    sendFilePiece(file);
                } else if (bytes != null) {
                    sendBytesPiece(bytes);
                } else if (stream != null) {
                    stream.demand();
                    return;
                } else if (next < segments.size()) {
                    open(segments.get(next++));
                } else {
                    if (unsent == 0) {
                        finish();
                    }
                    return;
                }
            }
        } catch (IOException failure) {
            fail(failure);
        }
    }

    private void open(Segment segment) throws IOException {
        if (segment instanceof Bytes content) {
            bytes = content.bytes();
            bytesPosition = 0;
        } else if (segment instanceof FileContent content) {
            openFile(content);
        } else if (segment instanceof Stream content) {
            stream = new StreamReader(content.length());
            content.publisher().subscribe(stream);
        }
    }

    private void openFile(FileContent content) throws IOException {
        FileChannel opened = FileChannel.open(content.file(), StandardOpenOption.READ);
        if (opened.size() != content.length()) {
            opened.close();
            throw new IOException("the file has changed its length");
        }
        if (zeroCopy && content.length() > 0) {
            unsent += WINDOW;
            sent(channel.writeAndFlush(new DefaultFileRegion(opened, 0, content.length())), WINDOW);
        } else {
            file = opened;
            filePosition = 0;
            fileLength = content.length();
        }
    }

    private void sendFilePiece(FileChannel source) throws IOException {
        if (filePosition == fileLength) {
            source.close();
            file = null;
            return;
        }
        int wanted = (int) Math.min(PIECE, fileLength - filePosition);
        ByteBuf piece = channel.alloc().ioBuffer(wanted);
        int read;
        try {
            read = piece.writeBytes(source, filePosition, wanted);
        } catch (IOException failure) {
            piece.release();
            throw failure;
        }
        if (read <= 0) {
            piece.release();
            throw new IOException("the file has become shorter");
        }
        filePosition += read;
        write(piece);
    }

    private void sendBytesPiece(byte[] source) {
        int count = Math.min(PIECE, source.length - bytesPosition);
        if (count == 0) {
            bytes = null;
            return;
        }
        ByteBuf piece = Unpooled.wrappedBuffer(source, bytesPosition, count);
        bytesPosition += count;
        write(piece);
    }

    private void write(ByteBuf piece) {
        int count = piece.readableBytes();
        unsent += count;
        sent(channel.writeAndFlush(new DefaultHttpContent(piece)), count);
    }

    private void sent(ChannelFuture written, int count) {
        if (written.isSuccess()) {
            unsent -= count;
            return;
        }
        written.addListener(future -> {
            unsent -= count;
            if (future.isSuccess()) {
                sendMore();
            } else if (!done) {
                stop();
                call.fail(Failures.lost(call, future.cause()));
            }
        });
    }

    private void finish() {
        done = true;
        call.awaitResponse();
        CoreSubscriber<? super Void> subscriber = actual;
        if (subscriber != null) {
            subscriber.onComplete();
        }
    }

    private void fail(Throwable cause) {
        if (!done) {
            stop();
            call.fail(new NoResponseException(call.request, Reason.BODY_FAILED, call.sent(), cause));
        }
    }

    private void stop() {
        if (done) {
            return;
        }
        done = true;
        if (stream != null) {
            stream.stop();
        }
        if (file != null) {
            try {
                file.close();
            } catch (IOException closing) {
                Operators.onErrorDropped(closing, Context.empty());
            }
        }
    }

    /** Takes one buffer at a time from a publisher and counts its bytes. */
    private final class StreamReader implements CoreSubscriber<ByteBuffer> {
        private final long announced;
        private long received;
        private @Nullable Subscription subscription;
        private boolean demanded;

        StreamReader(long announced) {
            this.announced = announced;
        }

        void demand() {
            Subscription source = subscription;
            if (source != null && !demanded) {
                demanded = true;
                source.request(1);
            }
        }

        void stop() {
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public Context currentContext() {
            return call.actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription source) {
            onEventLoop(() -> {
                subscription = source;
                if (done) {
                    source.cancel();
                } else {
                    demand();
                }
            });
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            onEventLoop(() -> take(buffer));
        }

        private void take(ByteBuffer buffer) {
            if (done) {
                return;
            }
            demanded = false;
            received += buffer.remaining();
            if (announced >= 0 && received > announced) {
                fail(new IOException("the publisher emits more bytes than it announced"));
                return;
            }
            if (buffer.hasRemaining()) {
                write(Unpooled.wrappedBuffer(buffer));
            }
            sendMore();
        }

        @Override
        public void onError(Throwable failure) {
            onEventLoop(() -> fail(failure));
        }

        @Override
        public void onComplete() {
            onEventLoop(() -> {
                if (announced >= 0 && received < announced) {
                    fail(new IOException("the publisher emits fewer bytes than it announced"));
                } else {
                    stream = null;
                    sendMore();
                }
            });
        }
    }
}
