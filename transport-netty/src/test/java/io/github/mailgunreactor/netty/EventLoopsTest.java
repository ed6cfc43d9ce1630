package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventLoopsTest {

    @Test
    void callsThatFollowEachOtherOnOneLoopOpenTheirConnectionsOnAll() throws Exception {
        EventLoops loops = new EventLoops("spread", IoEngine.NIO, 2);
        EventLoopGroup group = loops.onClient(true);

        Set<EventLoop> given =
                group.submit(() -> Set.of(group.next(), group.next())).get(10, TimeUnit.SECONDS);

        assertThat(given).hasSize(2);
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }
}
