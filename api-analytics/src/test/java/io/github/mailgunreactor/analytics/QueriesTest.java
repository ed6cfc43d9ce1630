package io.github.mailgunreactor.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.analytics.alerts.AlertEventType;
import io.github.mailgunreactor.analytics.alerts.NewAlertSetting;
import io.github.mailgunreactor.analytics.alerts.NewSlackConnection;
import io.github.mailgunreactor.analytics.alerts.SlackChannelFilter;
import io.github.mailgunreactor.analytics.alerts.ThresholdPeriod;
import io.github.mailgunreactor.analytics.bounces.BounceMetric;
import io.github.mailgunreactor.analytics.bounces.BounceMetricsQuery;
import io.github.mailgunreactor.analytics.deprecated.DomainTagFilter;
import io.github.mailgunreactor.analytics.deprecated.DomainTagsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsQuery;
import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.analytics.metrics.UsageMetric;
import io.github.mailgunreactor.analytics.metrics.UsageMetricsQuery;
import io.github.mailgunreactor.analytics.tags.TagFilter;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.events.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QueriesTest {

    @Test
    void aFilterOfLogsComparesSizesByOrderOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(LogAttribute.SIZE, FilterComparator.EQUALS, "1"))
                .withMessage("comparator of size must be < or >");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(LogAttribute.DELIVERED_AT, FilterComparator.CONTAINS, "1"))
                .withMessage("comparator of delivered_at must be < or >");
    }

    @Test
    void aFilterOfLogsLooksForRecipientsByContentOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(LogAttribute.RECIPIENTS, FilterComparator.EQUALS, "a@b.example"))
                .withMessage("comparator of recipients must be contains or not contains");
    }

    @Test
    void aFilterOfMetricsKnowsNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(Dimension.TAG, FilterComparator.LESS_THAN, "a"))
                .withMessage("comparator of tag must be =, !=, contains or not contains");
    }

    @Test
    void timeIsBoundedByTheQueryAndNotByItsFilter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(Dimension.TIME, FilterComparator.EQUALS, "a"))
                .withMessageContaining("start, end and duration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(BounceDimension.TIMESTAMP, FilterComparator.EQUALS, "a"))
                .withMessageContaining("start, end and duration");
    }

    @Test
    void aFilterHasAValueAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(Dimension.TAG, FilterComparator.EQUALS))
                .withMessage("values must be one or more");
    }

    @Test
    void aFilterThatIsExtendedStaysAsItWas() {
        Filter<Dimension> one = Filter.of(Dimension.TAG, FilterComparator.EQUALS, "a");

        Filter<Dimension> two = one.and(Dimension.DOMAIN, FilterComparator.EQUALS, "b");

        assertThat(one).isEqualTo(Filter.of(Dimension.TAG, FilterComparator.EQUALS, "a"));
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void settingsOfPagesAddUp() {
        MetricsQuery query = MetricsQuery.of(Metric.SENT_COUNT)
                .pageSize(10)
                .sortDescending("time")
                .skip(5)
                .pageSize(20);

        assertThat(query.params().first("pagination")).hasToString("{limit=20, sort=time:desc, skip=5}");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> MetricsQuery.of(Metric.SENT_COUNT).pageSize(0),
                () -> MetricsQuery.of(Metric.SENT_COUNT).pageSize(1501),
                () -> MetricsQuery.of(Metric.SENT_COUNT).skip(-1),
                () -> LogsQuery.all().pageSize(101),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT).pageSize(51),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .timeRange(TimeRange.last(Duration.ofMillis(1500))),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .timeRange(TimeRange.last(Duration.ZERO)),
                () -> EventFilter.all().pageSize(301),
                () -> DomainTagFilter.all().pageSize(1001),
                () -> TagFilter.all().pageSize(1001),
                () -> TagFilter.all().includeMetrics(true).pageSize(21),
                () -> TimeRange.lastMonths(0),
                () -> MetricsQuery.of(Metric.SENT_COUNT).timeRange(TimeRange.last(Duration.ofMinutes(90))),
                () -> ThresholdPeriod.days(0),
                () -> SlackChannelFilter.all().pageSize(0))) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("must be");
        }
    }

    @Test
    void emptyListsAreRefused() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> MetricsQuery.of(),
                () -> MetricsQuery.of(Metric.SENT_COUNT).groupBy(),
                () -> LogsQuery.all().events(),
                () -> StatsQuery.of(),
                () -> EventFilter.all().types(),
                () -> NewAlertSetting.ofEmail(AlertEventType.IP_LISTED))) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessageEndingWith("must be one or more");
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .groupBy(BounceDimension.TAG, BounceDimension.TAGS))
                .withMessage("dimensions must not have tag and tags both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .resolution(Resolution.MONTH))
                .withMessage("resolution must be hour or day");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> UsageMetricsQuery.of(UsageMetric.PROCESSED_COUNT).groupBy(Dimension.DOMAIN))
                .withMessage("dimensions must be subaccount, time or both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogsQuery.all().timeRange(TimeRange.lastMonths(1)))
                .withMessage("logs have no duration in months");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.between(Instant.EPOCH, Instant.EPOCH))
                .withMessage("end must be after start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFilter.all().between(Instant.EPOCH.plusSeconds(1), Instant.EPOCH))
                .withMessage("end must not be before begin");
    }

    @Test
    void pagesOfTagsWithMetricsAreSmall() {
        assertThat(TagFilter.all().includeMetrics(true).params().first("pagination"))
                .hasToString("{limit=20, include_total=true}");
        assertThat(TagFilter.all().pageSize(5).includeMetrics(true).params().first("pagination"))
                .hasToString("{limit=5, include_total=true}");
    }

    @Test
    void theTokenOfAConnectionToSlackIsNotPrinted() {
        assertThat(NewSlackConnection.of(Secret.of("xoxb-1"), "T1", "Mailers", "chat:write")
                        .toString())
                .doesNotContain("xoxb-1");
    }

    @Test
    void aTagThatIsBlankWouldDeleteNothingOrAll() {
        DomainTagsApi tags = new DomainTagsApi(FakeTransport.answering().client());

        assertThatIllegalArgumentException().isThrownBy(() -> delete(tags, " "));
    }

    @SuppressWarnings("deprecation") // tags of domains are
    private static void delete(DomainTagsApi tags, String tag) {
        tags.delete("example.com", tag);
    }

    @Test
    void anotherTimeRangeTakesTheOnesPlace() {
        LogsQuery query = LogsQuery.all()
                .timeRange(TimeRange.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))
                .includeTotals(true)
                .timeRange(TimeRange.last(Duration.ofHours(36)));

        assertThat(query.params()).hasToString("{pagination={limit=100}, include_totals=true, duration=36h}");
    }

    @Test
    void anotherRangeOfEventsTakesTheOnesPlaceWithItsOrder() {
        EventFilter filter = EventFilter.all()
                .between(Instant.EPOCH, Instant.EPOCH.plusSeconds(9))
                .types(EventType.FAILED)
                .before(Instant.EPOCH.plusSeconds(5));

        assertThat(filter.params()).hasToString("{limit=300, event=failed, begin=5, ascending=no}");
    }

    @Test
    void wholeDaysAreWrittenAsDaysAndBouncesInSeconds() {
        assertThat(MetricsQuery.of(Metric.SENT_COUNT)
                        .timeRange(TimeRange.endingAt(Instant.EPOCH, Duration.ofDays(7)))
                        .params()
                        .first("duration"))
                .isEqualTo("7d");
        assertThat(BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .timeRange(TimeRange.last(Duration.ofSeconds(3661)))
                        .params()
                        .first("duration"))
                .isEqualTo("1h1m1s");
    }

    @Test
    void aFilterWritesADateAsMailgunReadsIt() {
        Filter<LogAttribute> filter = Filter.of(
                LogAttribute.DELIVERED_AT, FilterComparator.GREATER_THAN, Instant.parse("2026-01-02T16:30:18Z"));

        assertThat(filter)
                .isEqualTo(Filter.of(
                        LogAttribute.DELIVERED_AT, FilterComparator.GREATER_THAN, "Fri, 02 Jan 2026 16:30:18 +0000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(LogAttribute.SIZE, FilterComparator.GREATER_THAN, Instant.EPOCH))
                .withMessage("size is not compared with a date");
    }

    @Test
    void aMetricsQueryThatFailedMayBeRepeated() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"items\": []}"));

        new MetricsApi(transport
                        .builder()
                        .interceptor(new io.github.mailgunreactor.core.Interceptor() {
                            @Override
                            public <T> reactor.core.publisher.Mono<io.github.mailgunreactor.core.Response<T>> intercept(
                                    io.github.mailgunreactor.core.Attempt attempt, Chain<T> chain) {
                                assertThat(attempt.operation().repeatable()).isTrue();
                                return chain.proceed(attempt);
                            }
                        })
                        .build())
                .list(MetricsQuery.of(Metric.SENT_COUNT))
                .collectList()
                .block();

        assertThat(transport.onlySent().json()).isEqualTo(Map.of("metrics", List.of("sent_count")));
    }
}
