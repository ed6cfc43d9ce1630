package io.github.mailgunreactor.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Answers of {@link SampleResponses} from memory, in a process of its own, so that its cost is nobody else's. Plain Netty, so
 * that it costs little: what the server takes of a shared machine is missing to the clients that are compared.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a client that has gone needs no response
final class AnswerServer {
    static final int PAGES = 1000;
    static final int DOWNLOAD_PIECES = 16 * 1024;

    private static final ByteBuf DOMAIN = constant(SampleResponses.domain());
    private static final ByteBuf LOGS = constant(SampleResponses.logs());
    private static final ByteBuf KEY = constant(SampleResponses.createdKey());
    private static final ByteBuf QUEUED = constant(SampleResponses.queued());
    private static final byte[] BOUNCES = SampleResponses.bounces(1000, "NEXT");
    private static final int NEXT = new String(BOUNCES, StandardCharsets.UTF_8).lastIndexOf("NEXT");
    private static final ByteBuf PIECE = constant(new byte[64 * 1024]);

    private AnswerServer() {}

    /** Prints the port and serves until its input ends; over TLS if it is given a key store. */
    public static void main(String[] arguments) throws Exception {
        SslContext tls = arguments.length == 0 ? null : tls(Path.of(arguments[0]));
        boolean epoll = Epoll.isAvailable();
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        Channel server = new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 8192)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        if (tls != null) {
                            connection.pipeline().addLast(tls.newHandler(connection.alloc()));
                        }
                        connection.pipeline().addLast(new HttpServerCodec(), new Answering());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        System.out.println(((InetSocketAddress) server.localAddress()).getPort());
        while (System.in.read() >= 0) {
            // Served until whoever started it goes away.
        }
        loops.shutdownGracefully();
    }

    private static SslContext tls(Path keyStore) throws IOException, GeneralSecurityException {
        char[] password = TlsFiles.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), password), password);
        return SslContextBuilder.forServer(keys).build();
    }

    /** Throws bodies of requests away, and answers when they have ended. */
    private static final class Answering extends ChannelInboundHandlerAdapter {
        private @Nullable HttpRequest request;
        private boolean wrote;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest start) {
                request = start;
                if (HttpUtil.is100ContinueExpected(start)) {
                    context.writeAndFlush(new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
                }
            }
            boolean ended = message instanceof LastHttpContent;
            ReferenceCountUtil.release(message);
            HttpRequest whole = request;
            if (ended && whole != null) {
                request = null;
                answer(context, whole);
                wrote = true;
            }
        }

        /** One write to the socket for all that one read of it asked for. */
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (wrote) {
                wrote = false;
                context.flush();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            context.close();
        }
    }

    private static void answer(ChannelHandlerContext context, HttpRequest request) {
        String path = request.uri();
        if (path.startsWith("/v4/domains/")) {
            respond(context, request, DOMAIN.duplicate());
        } else if (path.endsWith("/messages")) {
            respond(context, request, QUEUED.duplicate());
        } else if (path.equals("/v1/analytics/logs")) {
            respond(context, request, LOGS.duplicate());
        } else if (path.equals("/v1/keys")) {
            respond(context, request, KEY.duplicate());
        } else if (path.contains("/bounces")) {
            respond(context, request, bounces(path));
        } else if (path.equals("/download")) {
            download(context);
        } else {
            context.write(new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND, Unpooled.EMPTY_BUFFER))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static ByteBuf bounces(String target) {
        List<String> asked = new QueryStringDecoder(target).parameters().getOrDefault("page", List.of("0"));
        int page = Integer.parseInt(asked.get(0));
        if (page >= PAGES) {
            return Unpooled.wrappedBuffer("{\"items\":[],\"paging\":{}}".getBytes(StandardCharsets.UTF_8));
        }
        byte[] next = ("https://api.mailgun.net/v3/" + Scenario.DOMAIN_NAME + "/bounces?limit=1000&page=" + (page + 1))
                .getBytes(StandardCharsets.UTF_8);
        return Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(BOUNCES, 0, NEXT),
                Unpooled.wrappedBuffer(next),
                Unpooled.wrappedBuffer(BOUNCES, NEXT + 4, BOUNCES.length - NEXT - 4));
    }

    private static void respond(ChannelHandlerContext context, HttpRequest request, ByteBuf body) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        if (HttpUtil.isKeepAlive(request)) {
            context.write(response, context.voidPromise());
        } else {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.write(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** 1 GB of zeros, a piece when the one before is written. */
    private static void download(ChannelHandlerContext context) {
        HttpResponse start = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        start.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, Long.toString((long) DOWNLOAD_PIECES * PIECE.readableBytes()));
        context.write(start);
        piece(context, 0);
    }

    private static void piece(ChannelHandlerContext context, int number) {
        if (number == DOWNLOAD_PIECES) {
            context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        context.writeAndFlush(new DefaultHttpContent(PIECE.duplicate())).addListener(written -> {
            if (written.isSuccess()) {
                piece(context, number + 1);
            }
        });
    }

    private static ByteBuf constant(byte[] bytes) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }
}
