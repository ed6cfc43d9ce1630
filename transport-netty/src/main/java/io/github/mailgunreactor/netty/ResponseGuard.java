package io.github.mailgunreactor.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;

/**
 * Keeps a response from reaching a request it does not belong to, and a broken or cut one from passing for whole.
 *
 * <p>The end of a response is held back until all that could be read with it was read: where anything follows, whole or in
 * part, the connection is closed after the response and does not go back to the pool. Bytes that come while nothing is
 * awaited close it at once. Interim responses (1xx) are dropped, for Reactor Netty takes all but 100 for the final one.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the pipeline reports what fails
final class ResponseGuard extends ChannelDuplexHandler {
    private static final String NAME = "mailgun.responseGuard";

    private final ResponseCodec codec;
    private final int maxHeaderBytes;
    private final boolean gzip;
    private ResponseCodec.@Nullable Unread ciphered;
    private boolean used;
    private boolean awaiting;
    private boolean interim;
    private boolean untilClose;
    private boolean orderlyClose;
    private boolean leftOver;
    private boolean closed;
    private @Nullable LastHttpContent held;

    private ResponseGuard(int maxHeaderBytes, boolean gzip) {
        this.maxHeaderBytes = maxHeaderBytes;
        this.gzip = gzip;
        this.codec = new ResponseCodec(this, maxHeaderBytes);
    }

    static void install(Channel channel, int maxHeaderBytes, int maxResponseBytes, boolean gzip) {
        ChannelPipeline pipeline = channel.pipeline();
        ResponseGuard guard = new ResponseGuard(maxHeaderBytes, gzip);
        pipeline.replace(NettyPipeline.HttpCodec, NettyPipeline.HttpCodec, guard.codec);
        pipeline.addAfter(NettyPipeline.HttpCodec, NAME, guard);
        if (pipeline.get(NettyPipeline.HttpDecompressor) != null) {
            pipeline.replace(
                    NettyPipeline.HttpDecompressor,
                    NettyPipeline.HttpDecompressor,
                    new ResponseDecompressor(maxResponseBytes));
        }
        SslHandler tls = pipeline.get(SslHandler.class);
        if (tls != null) {
            guard.ciphered = new ResponseCodec.Unread();
            tls.setCumulator(guard.ciphered);
        }
    }

    /** Whether this connection has carried a request, so that it may have received something while it was idle. */
    static boolean hasBeenUsed(Channel channel) {
        ResponseGuard guard = channel.pipeline().get(ResponseGuard.class);
        return guard != null && guard.used;
    }

    boolean isAwaiting() {
        return awaiting;
    }

    void receivedUnasked(ChannelHandlerContext context) {
        leftOver = true;
        if (held == null) {
            closed = true;
            context.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest) {
            awaiting = true;
            used = true;
        }
        context.write(message, promise);
        if (promise.isDone() && promise.cause() instanceof Error error) {
            tell(context, error);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closed) {
            ReferenceCountUtil.release(message);
        } else if (!awaiting) {
            // Whole messages in the same bytes as the end of the response before them.
            leftOver = true;
            ReferenceCountUtil.release(message);
        } else if (message instanceof DecoderResultProvider decoded
                && decoded.decoderResult().isFailure()) {
            breakOff(context, message, failure(decoded));
        } else if (interim || (message instanceof HttpResponse response && isInterim(response))) {
            interim = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            if (!interim) {
                context.read();
            }
        } else {
            pass(context, message);
        }
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            untilClose = !HttpUtil.isContentLengthSet(response) && !HttpUtil.isTransferEncodingChunked(response);
            if (!isEncodedAsAsked(response.headers())) {
                breakOff(context, message, new BrokenResponseException("its encoding was not asked for"));
                return;
            }
        }
        if (message instanceof LastHttpContent last) {
            if (untilClose && isCut(context)) {
                breakOff(context, message, new IOException("the connection ended without close_notify"));
                return;
            }
            awaiting = false;
            // Now, for the decoder takes in the lines of what follows.
            leftOver = codec.hasUnread();
            held = last;
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Over TLS the end of a connection is the end of a response only if the server has said so: anybody can cut it. */
    private boolean isCut(ChannelHandlerContext context) {
        return ciphered != null && !orderlyClose && !context.channel().isActive();
    }

    private void breakOff(ChannelHandlerContext context, Object message, Exception failure) {
        closed = true;
        ReferenceCountUtil.release(message);
        context.fireExceptionCaught(failure);
        context.close();
    }

    private Exception failure(DecoderResultProvider message) {
        // The connection ended within a head: it was lost, whatever was read of the response.
        return message.decoderResult().cause() instanceof PrematureChannelClosureException lost
                ? lost
                : new BrokenResponseException(problem(message));
    }

    private String problem(DecoderResultProvider message) {
        Throwable cause = message.decoderResult().cause();
        if (cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException) {
            return "its head is larger than " + maxHeaderBytes + " bytes";
        }
        return message instanceof HttpResponse ? "its head is not HTTP" : "its encoding is broken";
    }

    /** Anything else would reach the reader as it is, compressed. */
    private boolean isEncodedAsAsked(HttpHeaders headers) {
        String transfer = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        if (transfer != null
                && (headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() > 1
                        || !isOneOf(transfer, "chunked", "identity", "identity"))) {
            return false;
        }
        String content = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (content == null) {
            return true;
        }
        boolean asked =
                isOneOf(content, "identity", "", "none") || (gzip && isOneOf(content, "gzip", "x-gzip", "x-gzip"));
        return asked && headers.getAll(HttpHeaderNames.CONTENT_ENCODING).size() == 1;
    }

    private static boolean isOneOf(String value, String one, String other, String third) {
        String bare = value.strip();
        return bare.equalsIgnoreCase(one) || bare.equalsIgnoreCase(other) || bare.equalsIgnoreCase(third);
    }

    private static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        letGo(context);
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        letGo(context);
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(held);
        held = null;
    }

    /** Passes the end of the response on, upon which Reactor Netty gives the connection back, or closes it. */
    private void letGo(ChannelHandlerContext context) {
        LastHttpContent end = held;
        if (end == null) {
            return;
        }
        held = null;
        if (leftOver || (ciphered != null && ciphered.any())) {
            closed = true;
            Connection.from(context.channel()).markPersistent(false);
        }
        context.fireChannelRead(end);
    }

    /** Nobody's call yet, so the error travels in an exception, which Reactor does not throw back at Netty. */
    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        context.connect(remote, local, context.newPromise().addListener(connected -> {
            Throwable failure = connected.cause();
            if (failure == null) {
                promise.trySuccess();
            } else {
                promise.tryFailure(failure instanceof Error ? new IOException(failure) : failure);
            }
        }));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof Error error) {
            tell(context, error);
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    /**
     * Reactor throws errors of the JVM back at Netty, which logs them, while the call waits until its time is up. So the call is
     * told here.
     */
    private static void tell(ChannelHandlerContext context, Error error) {
        ChannelOperations<?, ?> operations = ChannelOperations.get(context.channel());
        HttpExchange<?> exchange =
                operations == null ? null : operations.currentContext().getOrDefault(HttpExchange.KEY, null);
        if (exchange != null) {
            exchange.onError(error);
        } else {
            context.fireExceptionCaught(new IOException(error));
        }
        context.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslCloseCompletionEvent completion && completion.isSuccess()) {
            orderlyClose = true;
        }
        context.fireUserEventTriggered(event);
    }
}
