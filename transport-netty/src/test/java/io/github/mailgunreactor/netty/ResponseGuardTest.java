package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

/** What a connection lets through to the call that it has. */
class ResponseGuardTest {
    private static final int MOST_OF_A_HEAD = 1000;
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Error brokenClassPath = new NoSuchMethodError("a class path that does not fit");

    ResponseGuardTest() {
        channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpClientCodec());
        ResponseGuard.install(channel, MOST_OF_A_HEAD, 100_000, true);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void ask() {
        channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/v3/domains"));
        channel.releaseOutbound();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    private void receive(String text) {
        channel.writeInbound(bytes(text));
    }

    /** There may be more to read at once. */
    private void receiveForNow(String text) {
        assertThat(channel.writeOneInbound(bytes(text)).isSuccess()).isTrue();
    }

    /** All that came through since the last look, a response by its status, its end by a full stop. */
    private String passed() {
        StringBuilder text = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpResponse response) {
                text.append(response.status().code()).append(' ');
            }
            if (message instanceof HttpContent content) {
                text.append(content.content().toString(StandardCharsets.ISO_8859_1));
                content.release();
            }
            if (message instanceof LastHttpContent) {
                text.append('.');
            }
        }
        return text.toString();
    }

    private boolean isUsedAgain() {
        return channel.isOpen() && Connection.from(channel).isPersistent();
    }

    @Test
    void aConnectionIsUsedAgainAfterAResponseThatNothingFollows() {
        ask();
        receive(RESPONSE);
        assertThat(passed()).isEqualTo("200 {}.");
        assertThat(isUsedAgain()).isTrue();

        ask();
        receive(RESPONSE);
        assertThat(passed()).isEqualTo("200 {}.");
    }

    @Test
    void bytesThatNobodyAskedForCloseTheConnection() {
        receive(RESPONSE);

        assertThat(passed()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aReadWithoutBytesClosesNothing() {
        channel.writeInbound(Unpooled.EMPTY_BUFFER);

        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "\r\n", RESPONSE})
    void whatFollowsAResponseInTheSameReadIsForNobody(String rest) {
        ask();

        receive(RESPONSE + rest);

        assertThat(passed()).isEqualTo("200 {}.");
        assertThat(isUsedAgain()).isFalse();
    }

    @Test
    void whatFollowsAResponseBeforeItsReadersHaveHadItsEndIsForNobody() {
        ask();

        receiveForNow(RESPONSE);
        receiveForNow("H");
        assertThat(channel.isOpen()).isTrue();
        channel.flushInbound();

        assertThat(passed()).isEqualTo("200 {}.");
        assertThat(isUsedAgain()).isFalse();
    }

    @Test
    void theEndOfAResponseIsNotHeldBackWhenTheConnectionEndsWithIt() {
        ask();

        receiveForNow(RESPONSE);
        assertThat(passed()).isEqualTo("200 ");
        channel.pipeline().fireChannelInactive();

        assertThat(passed()).isEqualTo("{}.");
    }

    @Test
    void interimResponsesAreDropped() {
        ask();

        receive("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + RESPONSE);

        assertThat(passed()).isEqualTo("200 {}.");
        assertThat(isUsedAgain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SSH-2.0-OpenSSH^^                                            | its head is not HTTP
                    HTTP/1.1 200 OK^Content-Length: 1^Content-Length: 2^^        | its head is not HTTP
                    HTTP/1.1 200 OK^Transfer-Encoding: chunked^^secret^          | its encoding is broken
                    HTTP/1.1 200 OK^Transfer-Encoding: gzip, chunked^^           | its encoding was not asked for
                    HTTP/1.1 200 OK^Content-Encoding: br^^                       | its encoding was not asked for
                    HTTP/1.1 200 OK^Content-Encoding: gzip^Content-Encoding: x^^ | its encoding was not asked for
                    """)
    void aBrokenResponseEndsTheConnection(String response, String problem) {
        ask();

        assertThatThrownBy(() -> receive(response.replace("^", "\r\n")))
                .isInstanceOf(BrokenResponseException.class)
                .hasMessage(problem);
        assertThat(channel.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 %s\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Long: %s\r\n\r\n"})
    void aHeadThatIsTooLargeEndsTheConnection(String head) {
        ask();

        assertThatThrownBy(() -> receive(String.format(head, "x".repeat(MOST_OF_A_HEAD))))
                .isInstanceOf(BrokenResponseException.class)
                .hasMessage("its head is larger than 1000 bytes");
        assertThat(channel.isOpen()).isFalse();
    }

    /** Reactor throws errors back at Netty, which logs them, and the call would learn nothing. */
    @Test
    void anErrorWhileWritingTravelsInAnException() {
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                promise.setFailure(brokenClassPath);
            }
        });

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class).hasCause(brokenClassPath);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anErrorInTheConnectionTravelsInAnException() {
        channel.pipeline().fireExceptionCaught(brokenClassPath);

        assertThatThrownBy(channel::checkException)
                .isInstanceOf(IOException.class)
                .hasCause(brokenClassPath);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anExceptionInTheConnectionIsPassedOnAsItIs() {
        IOException reset = new IOException("Connection reset");

        channel.pipeline().fireExceptionCaught(reset);

        assertThatThrownBy(channel::checkException).isSameAs(reset);
        assertThat(channel.isOpen()).isTrue();
    }

    private ChannelFuture connect(Throwable failure) {
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void connect(
                    ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(failure);
            }
        });
        return channel.connect(InetSocketAddress.createUnresolved("api.mailgun.net", 443));
    }

    @Test
    void anErrorWhileConnectingTravelsInAnException() {
        assertThat(connect(brokenClassPath).cause())
                .isInstanceOf(IOException.class)
                .hasCause(brokenClassPath);
    }

    @Test
    void anExceptionWhileConnectingIsPassedOnAsItIs() {
        IOException refused = new IOException("Connection refused");

        assertThat(connect(refused).cause()).isSameAs(refused);
    }
}
