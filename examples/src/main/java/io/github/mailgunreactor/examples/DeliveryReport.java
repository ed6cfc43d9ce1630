package io.github.mailgunreactor.examples;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricValues;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsItem;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.TrafficSeeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Prints what became of the last day's messages, for all domains of both regions. With the environment variable
 * {@code MAILGUN_API_KEY} it asks Mailgun, without it a simulated one.
 */
public final class DeliveryReport {
    private static final MetricsQuery LAST_DAY = MetricsQuery.of(
                    Metric.ACCEPTED_OUTGOING_COUNT,
                    Metric.DELIVERED_COUNT,
                    Metric.TEMPORARY_FAILED_COUNT,
                    Metric.PERMANENT_FAILED_COUNT,
                    Metric.COMPLAINED_COUNT,
                    Metric.DELIVERED_RATE,
                    Metric.UNIQUE_OPENED_RATE)
            .timeRange(TimeRange.last(Duration.ofDays(1)))
            .groupBy(Dimension.DOMAIN)
            .sortAscending("domain");

    private DeliveryReport() {}

    private record Row(String region, MetricsItem item) {}

    public static void main(String[] arguments) {
        String key = System.getenv("MAILGUN_API_KEY");
        if (key != null && !key.isBlank()) {
            print(key, Map.of("us", Region.US, "eu", Region.EU));
            return;
        }
        try (Simulator simulator = Simulator.builder().regions("us", "eu").start()) {
            sendSome(simulator.account().inRegion("us").traffic(), "shop.example.com", 40);
            sendSome(simulator.account().inRegion("us").traffic(), "blog.example.com", 25);
            sendSome(simulator.account().inRegion("eu").traffic(), "laden.example.com", 30);
            print(
                    simulator.key(),
                    Map.of(
                            "us", Region.at(simulator.baseUrl("us")),
                            "eu", Region.at(simulator.baseUrl("eu"))));
        }
    }

    private static void print(String key, Map<String, Region> regions) {
        try (MailgunClient mailgun = MailgunClient.create(key)) {
            // Only because this is a main method: a service returns the Mono to its framework.
            String table = rows(mailgun, regions)
                    .collectList()
                    .map(DeliveryReport::table)
                    .block(Duration.ofMinutes(1));
            System.out.println(table);
        }
    }

    /** Both regions at once, in one table. */
    private static Flux<Row> rows(MailgunClient mailgun, Map<String, Region> regions) {
        return Flux.fromIterable(regions.entrySet())
                .flatMapSequential(region -> new MetricsApi(mailgun.inRegion(region.getValue()))
                        .list(LAST_DAY)
                        .map(item -> new Row(region.getKey(), item)));
    }

    private static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(String.format(
                "%-6s %-24s %8s %9s %8s %8s %10s %9s %7s%n",
                "region", "domain", "accepted", "delivered", "delayed", "failed", "complaints", "delivery", "opened"));
        for (Row row : rows) {
            MetricValues values = Objects.requireNonNull(row.item().metrics());
            table.append(String.format(
                    "%-6s %-24s %8s %9s %8s %8s %10s %9s %7s%n",
                    row.region(),
                    row.item().value(Dimension.DOMAIN),
                    values.count(Metric.ACCEPTED_OUTGOING_COUNT),
                    values.count(Metric.DELIVERED_COUNT),
                    values.count(Metric.TEMPORARY_FAILED_COUNT),
                    values.count(Metric.PERMANENT_FAILED_COUNT),
                    values.count(Metric.COMPLAINED_COUNT),
                    percent(values.rate(Metric.DELIVERED_RATE)),
                    percent(values.rate(Metric.UNIQUE_OPENED_RATE))));
        }
        return table.toString();
    }

    private static String percent(@Nullable BigDecimal rate) {
        return rate == null ? "-" : rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private static void sendSome(TrafficSeeds traffic, String domain, int messages) {
        for (int i = 0; i < messages; i++) {
            var message = traffic.message(domain, "reader" + i + "@gmail.com").accepted();
            if (i % 10 == 3) {
                message.delayed(451, "try again later").delivered();
            } else if (i % 10 == 7) {
                message.hardBounced(550, "no such user");
            } else {
                message.delivered();
            }
            if (i % 3 == 0) {
                message.opened();
            }
        }
    }
}
