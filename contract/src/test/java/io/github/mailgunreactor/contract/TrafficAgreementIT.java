package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.deprecated.StatsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsEvent;
import io.github.mailgunreactor.analytics.deprecated.StatsItem;
import io.github.mailgunreactor.analytics.deprecated.StatsQuery;
import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricValues;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsItem;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.events.Event;
import io.github.mailgunreactor.simulator.SimulatedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Whatever happens to messages, the four ways to read it tell the same: events, logs, metrics and statistics. Read through
 * the library, over sockets, several pages long.
 */
@SuppressWarnings("deprecation") // statistics are
class TrafficAgreementIT {
    private static final Instant NOW = Instant.parse("2026-01-23T10:16:00Z");
    private static final Instant START = NOW.minus(Duration.ofDays(6));
    private static final List<String> DOMAINS = List.of("shop.example.com", "blog.example.com");
    private static final Metric[] COUNTS = {
        Metric.ACCEPTED_COUNT,
        Metric.DELIVERED_COUNT,
        Metric.TEMPORARY_FAILED_COUNT,
        Metric.PERMANENT_FAILED_COUNT,
        Metric.OPENED_COUNT,
        Metric.UNIQUE_OPENED_COUNT,
        Metric.CLICKED_COUNT,
        Metric.UNSUBSCRIBED_COUNT,
        Metric.COMPLAINED_COUNT,
        Metric.STORED_COUNT
    };
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .pageSize(7)
            .start();
    private static final MailgunClient MAILGUN = MailgunClient.builder(SIMULATOR.key())
            .region(Region.at(SIMULATOR.baseUrl()))
            .failOnUnknownFields()
            .build();

    /** What can happen to a message, and which count it belongs to. */
    enum Fate {
        ACCEPTED("accepted"),
        DELIVERED("delivered"),
        DELAYED("temporary"),
        BLOCKED("temporary"),
        HARD_BOUNCED("permanent"),
        SUPPRESSED("permanent"),
        OPENED("opened"),
        CLICKED("clicked"),
        UNSUBSCRIBED("unsubscribed"),
        COMPLAINED("complained"),
        STORED("stored");

        private final String count;

        Fate(String count) {
            this.count = count;
        }

        void befalls(SimulatedMessage message) {
            switch (this) {
                case ACCEPTED -> message.accepted();
                case DELIVERED -> message.delivered();
                case DELAYED -> message.delayed(451, "later");
                case BLOCKED -> message.blocked(421, "blocked");
                case HARD_BOUNCED -> message.hardBounced(550, "no such user");
                case SUPPRESSED -> message.suppressed("complaint");
                case OPENED -> message.opened();
                case CLICKED -> message.clicked("https://example.com/");
                case UNSUBSCRIBED -> message.unsubscribed();
                case COMPLAINED -> message.complained();
                case STORED -> message.stored();
            }
        }
    }

    record Happening(Fate fate, Duration before) {}

    record Message(String domain, boolean tagged, List<Happening> happenings) {}

    @Provide
    Arbitrary<List<Message>> traffic() {
        Arbitrary<Happening> happening = Combinators.combine(
                        Arbitraries.of(Fate.class),
                        Arbitraries.longs().between(0, Duration.ofDays(5).toMillis()))
                .as((fate, millis) -> new Happening(fate, Duration.ofMillis(millis)));
        return Combinators.combine(
                        Arbitraries.of(DOMAINS),
                        Arbitraries.of(true, false),
                        happening.list().ofMaxSize(8))
                .as(Message::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 60)
    void eventsLogsMetricsAndStatisticsCountTheSame(@ForAll("traffic") List<Message> traffic) {
        SIMULATOR.reset();
        DOMAINS.forEach(SIMULATOR.domains()::add);
        for (Message each : traffic) {
            SimulatedMessage message = SIMULATOR.traffic().message(each.domain(), "ada@gmail.com");
            if (each.tagged()) {
                message.tags("news", "january");
            }
            each.happenings().forEach(one -> one.fate().befalls(message.at(NOW.minus(one.before()))));
        }

        for (String domain : DOMAINS) {
            Map<String, Long> seeded = counted(traffic.stream()
                    .filter(message -> message.domain().equals(domain))
                    .flatMap(message -> message.happenings().stream())
                    .map(one -> one.fate().count));

            assertThat(ofEvents(domain)).as("events").isEqualTo(seeded);
            assertThat(ofLogs(domain)).as("logs").isEqualTo(seeded);
            assertThat(ofMetrics(domain)).as("metrics").isEqualTo(seeded);
            assertThat(ofStatistics(domain)).as("statistics").isEqualTo(seeded);
        }
        assertThat(uniqueOpensInMetrics()).isEqualTo(uniqueOpensInStatistics());
    }

    private static Map<String, Long> ofEvents(String domain) {
        return counted(new EventsApi(MAILGUN)
                .list(domain, EventFilter.all().between(START, NOW.plusSeconds(1)))
                .map(TrafficAgreementIT::count));
    }

    private static String count(Event event) {
        return event.severity() == null
                ? requireNonNull(event.type()).value()
                : event.severity().value();
    }

    private static Map<String, Long> ofLogs(String domain) {
        return counted(new LogsApi(MAILGUN)
                .list(LogsQuery.all().timeRange(TimeRange.between(START, NOW.plusSeconds(1))))
                .filter(item -> domain.equals(requireNonNull(item.domain()).name()))
                .map(TrafficAgreementIT::count));
    }

    private static Map<String, Long> ofMetrics(String domain) {
        Map<String, Long> counts = new TreeMap<>();
        for (MetricsItem item : metrics(Dimension.DOMAIN, Dimension.TIME)) {
            if (domain.equals(item.value(Dimension.DOMAIN))) {
                MetricValues values = requireNonNull(item.metrics());
                add(counts, "accepted", values.count(Metric.ACCEPTED_COUNT));
                add(counts, "delivered", values.count(Metric.DELIVERED_COUNT));
                add(counts, "temporary", values.count(Metric.TEMPORARY_FAILED_COUNT));
                add(counts, "permanent", values.count(Metric.PERMANENT_FAILED_COUNT));
                add(counts, "opened", values.count(Metric.OPENED_COUNT));
                add(counts, "clicked", values.count(Metric.CLICKED_COUNT));
                add(counts, "unsubscribed", values.count(Metric.UNSUBSCRIBED_COUNT));
                add(counts, "complained", values.count(Metric.COMPLAINED_COUNT));
                add(counts, "stored", values.count(Metric.STORED_COUNT));
            }
        }
        return counts;
    }

    private static List<MetricsItem> metrics(Dimension... dimensions) {
        return requireNonNull(new MetricsApi(MAILGUN)
                .list(MetricsQuery.of(COUNTS)
                        .timeRange(TimeRange.between(START, NOW.plusSeconds(1)))
                        .resolution(Resolution.HOUR)
                        .groupBy(dimensions)
                        .pageSize(5))
                .collectList()
                .block());
    }

    private static Map<String, Long> ofStatistics(String domain) {
        Map<String, Long> counts = new TreeMap<>();
        for (StatsItem item : statistics(domain)) {
            add(counts, "accepted", requireNonNull(item.accepted()).total());
            add(counts, "delivered", requireNonNull(item.delivered()).total());
            StatsItem.Failed failed = requireNonNull(item.failed());
            add(counts, "temporary", requireNonNull(failed.temporary()).total());
            add(counts, "permanent", requireNonNull(failed.permanent()).total());
            add(counts, "opened", requireNonNull(item.opened()).total());
            add(counts, "clicked", requireNonNull(item.clicked()).total());
            add(counts, "unsubscribed", requireNonNull(item.unsubscribed()).total());
            add(counts, "complained", requireNonNull(item.complained()).total());
            add(counts, "stored", requireNonNull(item.stored()).total());
        }
        return counts;
    }

    private static List<StatsItem> statistics(String domain) {
        return requireNonNull(new StatsApi(MAILGUN)
                        .getTotal(
                                domain,
                                StatsQuery.of(
                                                StatsEvent.ACCEPTED,
                                                StatsEvent.DELIVERED,
                                                StatsEvent.FAILED,
                                                StatsEvent.OPENED,
                                                StatsEvent.CLICKED,
                                                StatsEvent.UNSUBSCRIBED,
                                                StatsEvent.COMPLAINED,
                                                StatsEvent.STORED)
                                        .timeRange(TimeRange.between(START, NOW.plusSeconds(1)))
                                        .resolution(Resolution.DAY))
                        .block())
                .stats();
    }

    private static long uniqueOpensInMetrics() {
        return sum(
                metrics(Dimension.TIME),
                item -> orZero(requireNonNull(item.metrics()).count(Metric.UNIQUE_OPENED_COUNT)));
    }

    private static long uniqueOpensInStatistics() {
        return DOMAINS.stream()
                .mapToLong(domain -> sum(
                        statistics(domain),
                        item -> orZero(requireNonNull(item.opened()).unique())))
                .sum();
    }

    private static <T> long sum(List<T> items, ToLongFunction<T> value) {
        return items.stream().mapToLong(value).sum();
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static void add(Map<String, Long> counts, String name, @Nullable Long count) {
        if (orZero(count) > 0) {
            counts.merge(name, orZero(count), Long::sum);
        }
    }

    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> counted(Flux<String> names) {
        return counted(requireNonNull(names.collectList().block()).stream());
    }

    @AfterContainer
    static void close() {
        MAILGUN.close();
        SIMULATOR.close();
    }
}
