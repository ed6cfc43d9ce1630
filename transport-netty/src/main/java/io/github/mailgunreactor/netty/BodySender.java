package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportBody.Bytes;
import io.github.mailgunreactor.core.transport.TransportBody.FileContent;
import io.github.mailgunreactor.core.transport.TransportBody.Segment;
import io.github.mailgunreactor.core.transport.TransportBody.Stream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * Sends a body that is too large for one message, segment by segment: no more is read, or demanded of a publisher, than
 * {@link #WINDOW} bytes that have not reached the socket. Everything happens on the connection's event loop, and whatever
 * a file or a publisher throws fails the exchange.
 *
 * <p>A body that does not have the length it announced fails the exchange, and with it the connection: the server would
 * take the next request for the rest of this one.
 */
final class BodySender extends Mono<Void> implements Subscription {
    private static final int WINDOW = 128 * 1024;
    static final int PIECE = 32 * 1024;

    /** So many bytes of a file go from disk to socket at once; in between it shows that the server takes them. */
    private static final int FILE_PIECE = 64 * 1024;

    private final HttpExchange<?> exchange;
    private final Channel channel;
    private final List<Segment> segments;
    private final boolean zeroCopy;

    private @Nullable CoreSubscriber<? super Void> actual;
    private int next;
    private int unsent;
    private boolean done;
    private @Nullable FileChannel file;
    private @Nullable Path filePath;
    private long filePosition;
    private long fileLength;
    private byte @Nullable [] bytes;
    private int bytesPosition;
    private @Nullable BodyStream stream;

    BodySender(HttpExchange<?> exchange, Channel channel, TransportBody body) {
        this.exchange = exchange;
        this.channel = channel;
        this.segments = body.segments();
        this.zeroCopy = channel.pipeline().get(SslHandler.class) == null;
    }

    /** Fails the exchange, before a byte of it has left, if a file is not as it was when the request was made. */
    boolean check() {
        for (Segment segment : segments) {
            if (segment instanceof FileContent content) {
                try {
                    requireUnchanged(content.file(), content.length());
                } catch (Throwable failure) {
                    fail(failure);
                    return false;
                }
            }
        }
        return true;
    }

    private static void requireUnchanged(Path path, long length) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new IOException("the file is a directory");
        }
        if (attributes.size() != length) {
            throw new IOException("the file has changed its length");
        }
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> actual) {
        this.actual = actual;
        actual.onSubscribe(this);
        onEventLoop(this::sendMore);
    }

    @Override
    public void request(long n) {}

    HttpExchange<?> exchange() {
        return exchange;
    }

    Channel channel() {
        return channel;
    }

    boolean isDone() {
        return done;
    }

    /** All that the publisher emitted is on its way. */
    void streamed() {
        stream = null;
    }

    /** Nothing is on its way any more: from now on the publisher may be silent for a while only. */
    void awaitBody() {
        if (unsent == 0) {
            exchange.awaitBody();
        }
    }

    /** Stops sending. The connection is of no use afterwards. */
    @Override
    public void cancel() {
        onEventLoop(this::stop);
    }

    void onEventLoop(Runnable action) {
        if (channel.eventLoop().inEventLoop()) {
            action.run();
        } else {
            exchange.transport.servers().execute(channel.eventLoop(), action);
        }
    }

    void sendMore() {
        try {
            while (!done && unsent < WINDOW) {
                if (file != null) {
                    if (filePosition == fileLength && unsent > 0) {
                        return;
                    }
                    sendFilePiece(file);
                } else if (bytes != null) {
                    sendBytesPiece(bytes);
                } else if (stream != null) {
                    if (!stream.sendPiece()) {
                        return;
                    }
                } else if (next < segments.size()) {
                    open(segments.get(next++));
                } else {
                    if (unsent == 0) {
                        finish();
                    }
                    return;
                }
            }
        } catch (Throwable failure) {
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
            BodyStream reader = new BodyStream(this, content.length());
            stream = reader;
            exchange.awaitBody();
            content.publisher().subscribe(reader);
        }
    }

    private void openFile(FileContent content) throws IOException {
        FileChannel opened = FileChannel.open(content.file(), StandardOpenOption.READ);
        if (opened.size() != content.length()) {
            opened.close();
            throw new IOException("the file has changed its length");
        }
        file = opened;
        filePath = content.file();
        filePosition = 0;
        fileLength = content.length();
    }

    private void sendFilePiece(FileChannel source) throws IOException {
        if (filePosition == fileLength) {
            requireNotGrown(source);
            source.close();
            file = null;
            return;
        }
        if (zeroCopy) {
            int count = (int) Math.min(FILE_PIECE, fileLength - filePosition);
            FilePiece piece = new FilePiece(source, filePosition, count);
            filePosition += count;
            sending(count);
            sent(channel.writeAndFlush(piece), count);
            return;
        }
        int wanted = (int) Math.min(PIECE, fileLength - filePosition);
        ByteBuf piece = channel.alloc().ioBuffer(wanted);
        int read;
        try {
            read = piece.writeBytes(source, filePosition, wanted);
        } catch (Throwable failure) {
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

    /** What follows the file is not sent yet: without it the server cannot take a part of the file for all of it. */
    private void requireNotGrown(FileChannel source) throws IOException {
        if (source.size() != fileLength) {
            throw new IOException("the file has changed its length");
        }
    }

    /** Leaves the file open for the next piece. */
    private static final class FilePiece extends DefaultFileRegion {
        FilePiece(FileChannel file, long position, long count) {
            super(file, position, count);
        }

        @Override
        protected void deallocate() {}
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

    void write(ByteBuf piece) {
        int count = piece.readableBytes();
        sending(count);
        sent(channel.writeAndFlush(new DefaultHttpContent(piece)), count);
    }

    private void sending(int count) {
        if (unsent == 0) {
            exchange.awaitResponse();
        }
        unsent += count;
    }

    private void sent(ChannelFuture written, int count) {
        if (written.isSuccess()) {
            unsent -= count;
            return;
        }
        written.addListener(future -> {
            unsent -= count;
            if (future.isSuccess()) {
                if (!done) {
                    exchange.awaitResponse();
                    sendMore();
                }
            } else if (!done) {
                failWriting(future.cause());
            }
        });
    }

    /** Netty tells of a file that cannot be read in the same way as of a connection that is gone. */
    private void failWriting(@Nullable Throwable cause) {
        Path path = file == null ? null : filePath;
        if (path != null) {
            try {
                requireUnchanged(path, fileLength);
            } catch (Throwable changed) {
                fail(changed);
                return;
            }
        }
        stop();
        exchange.fail(cause instanceof Error ? cause : Failures.lost(exchange, cause));
    }

    private void finish() {
        done = true;
        exchange.awaitResponse();
        CoreSubscriber<? super Void> subscriber = actual;
        if (subscriber != null) {
            subscriber.onComplete();
        }
    }

    void fail(Throwable cause) {
        if (!done) {
            stop();
            exchange.fail(new NoResponseException(exchange.request, Reason.BODY_FAILED, exchange.sent(), cause));
        }
    }

    private void stop() {
        if (done) {
            return;
        }
        done = true;
        try {
            if (stream != null) {
                stream.stop();
            }
            if (file != null) {
                file.close();
            }
        } catch (Throwable thrown) {
            Failures.dropped(thrown, exchange.currentContext());
        }
    }
}
