package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServersTest {
    private final NettyTransport transport = NettyTransport.builder().build();

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void keepsOneServerForARegion() {
        Servers servers = transport.servers();

        assertThat(servers.of(Region.EU)).isSameAs(servers.of(Region.EU)).isNotSameAs(servers.of(Region.US));
    }

    @Test
    void keepsNoMoreServersInMindThanItsBoundWhateverHostsResponsesName() {
        Servers servers = transport.servers();
        List<Region> hosts = IntStream.range(0, 10 * Servers.MOST_SERVERS)
                .mapToObj(i -> Region.at("https://storage-" + i + ".api.mailgun.net"))
                .toList();

        hosts.forEach(host -> {
            assertThat(servers.of(host)).isNotNull();
            assertThat(servers.known()).isBetween(1, Servers.MOST_SERVERS);
        });
    }
}
