package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.testing.FaultServer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.resources.LoopResources;

/** Classes that do not fit each other are told as what they are, and at once, wherever on a connection they meet. */
@Timeout(60)
class BrokenClassPathIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FaultServer server = FaultServer.start();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @AfterEach
    void close() {
        server.close();
        group.shutdownGracefully().syncUninterruptibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "active", "write", "read"})
    void aLinkageErrorIsNotToldAsALostConnection(String when) {
        try (NettyTransport transport =
                NettyTransport.builder().eventLoops(new BrokenLoops(when)).build()) {
            assertThatThrownBy(() -> Exchanges.text(transport, server.region()).block(PATIENCE))
                    .isInstanceOf(NoSuchMethodError.class)
                    .hasMessage(when);
        }
    }

    /** Event loops whose connections meet the error. */
    private final class BrokenLoops implements LoopResources {
        private final String when;

        BrokenLoops(String when) {
            this.when = when;
        }

        @Override
        public EventLoopGroup onServer(boolean useNative) {
            return group;
        }

        @Override
        public boolean daemon() {
            return true;
        }

        @Override
        public <C extends Channel> C onChannel(Class<C> channelType, EventLoopGroup loops) {
            C channel = LoopResources.super.onChannel(channelType, loops);
            if (channel instanceof SocketChannel) {
                channel.pipeline().addLast(new Broken(when));
            }
            return channel;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the promise is passed on
    private static final class Broken extends ChannelDuplexHandler {
        private final String when;

        Broken(String when) {
            this.when = when;
        }

        private void meet(String now) {
            if (now.equals(when)) {
                throw new NoSuchMethodError(when);
            }
        }

        @Override
        public void connect(
                ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            meet("connect");
            context.connect(remote, local, promise);
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            meet("active");
            context.fireChannelActive();
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            meet("write");
            context.write(message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            meet("read");
            context.fireChannelRead(message);
        }
    }
}
