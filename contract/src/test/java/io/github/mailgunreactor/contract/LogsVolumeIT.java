package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Logs of any length take the memory of a page. A smoke test by default; a million entries in 64 MB are
 * {@code mvn -pl contract -am verify -Dit.test=LogsVolumeIT -Dlogs.items=1000000 "-Dtest.jvm.args=-Xmx64m …"}, see
 * docs/guide/analytics.md.
 */
class LogsVolumeIT {
    private static final long ITEMS = Long.getLong("logs.items", 20_000);

    @Test
    void readsEveryLogEntryOnce() {
        try (Simulator simulator = Simulator.builder().journalSize(0).start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.traffic().deliveries("example.com", ITEMS);
            long started = System.nanoTime();

            // Positions go down from the last: their sum shows that each came once.
            long[] read = Objects.requireNonNull(new LogsApi(mailgun)
                    .list(LogsQuery.all())
                    .reduce(new long[2], (sum, item) -> {
                        sum[0]++;
                        sum[1] += Long.parseLong(item.id().substring("bulk-".length()));
                        return sum;
                    })
                    .block());

            assertThat(read).containsExactly(ITEMS, ITEMS * (ITEMS - 1) / 2);
            System.out.printf(
                    "logs: %,d items in %.1f s, heap at most %d MB%n",
                    read[0],
                    (System.nanoTime() - started) / 1e9,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
