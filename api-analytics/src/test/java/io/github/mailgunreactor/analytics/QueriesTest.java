package io.github.mailgunreactor.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.analytics.alerts.AlertEventType;
import io.github.mailgunreactor.analytics.alerts.NewAlertSetting;
import io.github.mailgunreactor.analytics.alerts.SlackChannelFilter;
import io.github.mailgunreactor.analytics.alerts.SlackConnection;
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
                .isThrownBy(() -> Filter.where(LogAttribute.SIZE, FilterComparator.EQUALS, "1"))
                .withMessage("comparator of size must be < or >");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(LogAttribute.DELIVERED_AT, FilterComparator.CONTAINS, "1"))
                .withMessage("comparator of delivered_at must be < or >");
    }

    @Test
    void aFilterOfLogsLooksForRecipientsByContentOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(LogAttribute.RECIPIENTS, FilterComparator.EQUALS, "a@b.example"))
                .withMessage("comparator of recipients must be contains or not contains");
    }

    @Test
    void aFilterOfMetricsKnowsNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(Dimension.TAG, FilterComparator.LESS_THAN, "a"))
                .withMessage("comparator of tag must be =, !=, contains or not contains");
    }

    @Test
    void timeIsBoundedByTheQueryAndNotByItsFilter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(Dimension.TIME, FilterComparator.EQUALS, "a"))
                .withMessageContaining("start, end and duration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(BounceDimension.TIMESTAMP, FilterComparator.EQUALS, "a"))
                .withMessageContaining("start, end and duration");
    }

    @Test
    void aFilterHasAValueAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where(Dimension.TAG, FilterComparator.EQUALS))
                .withMessage("values must be one or more");
    }

    @Test
    void aFilterThatIsExtendedStaysAsItWas() {
        Filter<Dimension> one = Filter.where(Dimension.TAG, FilterComparator.EQUALS, "a");

        Filter<Dimension> two = one.and(Dimension.DOMAIN, FilterComparator.EQUALS, "b");

        assertThat(one).isEqualTo(Filter.where(Dimension.TAG, FilterComparator.EQUALS, "a"));
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void settingsOfPagesAddUp() {
        MetricsQuery query = MetricsQuery.of(Metric.SENT_COUNT)
                .pageSize(10)
                .sort("time", SortOrder.DESCENDING)
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
                () -> LogsQuery.LAST_DAY.pageSize(101),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT).pageSize(51),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT).duration(Duration.ofMillis(1500)),
                () -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT).duration(Duration.ZERO),
                () -> EventFilter.ALL.pageSize(301),
                () -> DomainTagFilter.ALL.pageSize(1001),
                () -> TagFilter.ALL.pageSize(1001),
                () -> TagFilter.ALL.includeMetrics(true).pageSize(21),
                () -> AnalyticsDuration.hours(0),
                () -> AnalyticsDuration.months(-1),
                () -> ThresholdPeriod.days(0),
                () -> SlackChannelFilter.ALL.pageSize(0))) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("must be");
        }
    }

    @Test
    void emptyListsAreRefused() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> MetricsQuery.of(),
                () -> MetricsQuery.of(Metric.SENT_COUNT).dimensions(),
                () -> LogsQuery.LAST_DAY.events(),
                () -> StatsQuery.of(),
                () -> EventFilter.ALL.types(),
                () -> NewAlertSetting.email(AlertEventType.IP_LISTED))) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessageEndingWith("must be one or more");
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .dimensions(BounceDimension.TAG, BounceDimension.TAGS))
                .withMessage("dimensions must not have tag and tags both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                        .resolution(Resolution.MONTH))
                .withMessage("resolution must be hour or day");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> UsageMetricsQuery.of(UsageMetric.PROCESSED_COUNT).dimensions(Dimension.DOMAIN))
                .withMessage("dimensions must be subaccount, time or both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogsQuery.LAST_DAY.duration(AnalyticsDuration.months(1)))
                .withMessage("duration must be in hours or days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFilter.between(Instant.EPOCH.plusSeconds(1), Instant.EPOCH))
                .withMessage("end must not be before begin");
    }

    @Test
    void pagesOfTagsWithMetricsAreSmall() {
        assertThat(TagFilter.ALL.includeMetrics(true).params().first("pagination"))
                .hasToString("{limit=20, include_total=true}");
        assertThat(TagFilter.ALL.pageSize(5).includeMetrics(true).params().first("pagination"))
                .hasToString("{limit=5, include_total=true}");
    }

    @Test
    void theTokenOfAConnectionToSlackIsNotPrinted() {
        assertThat(SlackConnection.of(Secret.of("xoxb-1"), "T1", "Mailers", "chat:write")
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
    void nullsAreRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> MetricsQuery.of(Metric.SENT_COUNT).sort("time", Unsafe.nullOf(SortOrder.class)))
                .withMessage("order");
    }

    /** A null where the compiler would not have one. */
    private static final class Unsafe {
        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
        static <T> T nullOf(Class<T> type) {
            return type.cast(null);
        }
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
