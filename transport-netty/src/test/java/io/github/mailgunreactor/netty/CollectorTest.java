package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.BaseSubscriber;

/** How a response is put together from what arrives of it. */
class CollectorTest {
    private static final int LIMIT = 100_000;

    private final NettyTransport transport = NettyTransport.create();
    private @Nullable Throwable failure;

    private final HttpExchange<String> exchange = new CollectingExchange<>(
            transport,
            Exchanges.get(Region.US),
            new BaseSubscriber<>() {
                @Override
                protected void hookOnError(Throwable throwable) {
                    failure = throwable;
                }
            },
            (head, body, offset, length) -> "read");

    @BeforeEach
    void forgetScratchArrays() {
        FastThreadLocal.removeAll();
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private Collector collector(@Nullable Object announced) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        if (announced != null) {
            headers.set("content-length", announced);
        }
        return new Collector(exchange, new NettyResponseHead(200, headers), LIMIT);
    }

    private static ByteBuf zeros(int length) {
        return Unpooled.wrappedBuffer(new byte[length]);
    }

    @ParameterizedTest
    @CsvSource({", 1", ", 5000", "100000, 1000", "100000, 99999", "50001, 16384", "60000, 30000", "much, 7000"})
    void piecesAreOneArray(@Nullable String announced, int piece) {
        byte[] content = new byte[announced == null || announced.equals("much") ? LIMIT : Integer.parseInt(announced)];
        new Random(piece).nextBytes(content);
        Collector collector = collector(announced);
        for (int from = 0; from < content.length; from += piece) {
            ByteBuf bytes = Unpooled.wrappedBuffer(content, from, Math.min(piece, content.length - from));
            assertThat(collector.isWhole(bytes)).isFalse();
            collector.add(bytes);
        }

        assertThat(Arrays.copyOf(collector.array(), collector.length())).isEqualTo(content);
        assertThat(failure).isNull();
    }

    @Test
    void aPieceOfTheAnnouncedLengthIsWhole() {
        assertThat(collector(10).isWhole(zeros(10))).isTrue();
        assertThat(collector(10).isWhole(zeros(9))).isFalse();
        assertThat(collector(null).isWhole(zeros(10))).isFalse();
        assertThat(collector(LIMIT).isWhole(zeros(LIMIT))).isTrue();
        assertThat(collector(LIMIT + 1).isWhole(zeros(LIMIT + 1))).isFalse();
    }

    @Test
    void theLastOfSeveralPiecesIsNotTakenForTheFirst() {
        Collector collector = collector(10);
        collector.add(zeros(1));

        assertThat(collector.isWhole(zeros(10))).isFalse();
    }

    private void fails(String problem) {
        assertThat(failure).isInstanceOf(UnreadableResponseException.class).hasMessageContaining(problem);
    }

    @Test
    void whatFollowsAWholeResponseIsNotTakenForAnother() {
        Collector collector = collector(10);
        collector.isWhole(zeros(10));

        collector.add(Unpooled.EMPTY_BUFFER);
        assertThat(failure).isNull();
        assertThat(collector.isWhole(zeros(10))).isFalse();
        collector.add(zeros(10));

        fails("it is longer than announced");
    }

    @Test
    void whatIsAnnouncedBeyondTheLimitIsRefusedWithItsFirstByte() {
        collector(LIMIT + 1).add(zeros(1));

        fails("it is larger than 100000 bytes");
    }

    @Test
    void whatGrowsBeyondTheLimitIsRefused() {
        Collector collector = collector(null);
        collector.add(zeros(LIMIT - 1));
        collector.add(zeros(1));
        assertThat(failure).isNull();

        collector.add(zeros(1));

        fails("it is larger than 100000 bytes");
    }

    @Test
    void anAnnouncementCostsNoMoreThanTwiceWhatHasArrived() {
        Collector collector = collector(LIMIT);

        collector.add(zeros(20_000));

        assertThat(collector.array()).hasSizeLessThanOrEqualTo(40_000);
    }

    @Test
    void anAnnouncedLengthIsNotExceeded() {
        Collector collector = collector(30_000);

        collector.add(zeros(20_000));
        collector.add(zeros(10_000));

        assertThat(collector.array()).hasSize(30_000);
    }

    @Test
    void theNextResponseOfTheThreadGetsTheArrayThatIsGivenBack() {
        Collector collector = collector(null);
        collector.add(zeros(1));
        byte[] array = collector.array();

        collector.giveBack();

        assertThat(collector.array()).isEmpty();
        assertThat(ScratchArray.borrow(1)).isSameAs(array);
    }
}
