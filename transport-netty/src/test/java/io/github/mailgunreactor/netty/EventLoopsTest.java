package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventLoopsTest {

    @Test
    void callsThatFollowEachOtherOnOneLoopOpenTheirConnectionsOnAll() throws Exception {
        EventLoops loops = new EventLoops("spread", IoEngine.NIO, 2);
        EventLoopGroup group = loops.onClient(true);

        EventLoop one = group.next();
        List<EventLoop> given =
                one.submit(() -> List.of(group.next(), group.next())).get(10, TimeUnit.SECONDS);

        assertThat(given).doesNotHaveDuplicates();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    @Test
    void aProgramEndsThoughNobodyClosedIts() throws Exception {
        EventLoops loops = new EventLoops("ends", IoEngine.NIO, 1);

        assertThat(loops.daemon()).isTrue();
        assertThat(loops.onClient(false)
                        .submit(() -> Thread.currentThread().isDaemon())
                        .get(10, TimeUnit.SECONDS))
                .isTrue();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    @Test
    void epollIsTakenWhereItCanBeHad() {
        assumeThat(IoEngine.EPOLL.isAvailable()).isTrue();

        assertThat(IoEngine.best()).isEqualTo(IoEngine.EPOLL);
    }
}
