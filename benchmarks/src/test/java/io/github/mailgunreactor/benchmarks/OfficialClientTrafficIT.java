package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.OfficialClient.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mailgun.api.v1.MailgunAccountMetricsApi;
import com.mailgun.api.v1.MailgunAnalyticsTagsApi;
import com.mailgun.api.v1.MailgunLogsApi;
import com.mailgun.api.v2.MailgunBounceClassificationApi;
import com.mailgun.api.v3.MailgunEventsApi;
import com.mailgun.api.v3.MailgunStatisticsApi;
import com.mailgun.api.v3.MailgunTagsApi;
import com.mailgun.enums.EventType;
import com.mailgun.enums.Resolution;
import com.mailgun.enums.ResolutionPeriod;
import com.mailgun.enums.StatsEventType;
import com.mailgun.model.Filter;
import com.mailgun.model.FilterItem;
import com.mailgun.model.StatisticsOptions;
import com.mailgun.model.bounceclassification.BounceClassificationRequest;
import com.mailgun.model.bounceclassification.BounceClassificationResponse;
import com.mailgun.model.events.EventItem;
import com.mailgun.model.events.EventsQueryOptions;
import com.mailgun.model.events.EventsResponse;
import com.mailgun.model.logs.LogsPagination;
import com.mailgun.model.logs.LogsRequest;
import com.mailgun.model.logs.LogsResponse;
import com.mailgun.model.logs.LogsResponseItem;
import com.mailgun.model.metrics.MetricsRequest;
import com.mailgun.model.metrics.MetricsResponse;
import com.mailgun.model.stats.Stats;
import com.mailgun.model.stats.StatsResult;
import com.mailgun.model.stats.StatsTotalDomainsOptions;
import com.mailgun.model.tags.AnalyticsTagDeleteRequest;
import com.mailgun.model.tags.AnalyticsTagItem;
import com.mailgun.model.tags.AnalyticsTagListPagination;
import com.mailgun.model.tags.AnalyticsTagListRequest;
import com.mailgun.model.tags.AnalyticsTagUpdateRequest;
import com.mailgun.model.tags.TagStatsQuery;
import com.mailgun.model.tags.TagUpdateQuery;
import com.mailgun.model.tags.TagUpdateRequest;
import com.mailgun.model.tags.TagsItem;
import com.mailgun.model.tags.TagsQuery;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events, logs, metrics, tags, statistics: what happened to messages in the simulator, Mailgun's own client is told. */
@SuppressWarnings("deprecation") // Mailgun deprecates events, tags of domains and statistics, and serves them
class OfficialClientTrafficIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL = OfficialClient.driving(
            MailgunEventsApi.class,
            MailgunLogsApi.class,
            MailgunAccountMetricsApi.class,
            MailgunAnalyticsTagsApi.class,
            MailgunTagsApi.class,
            MailgunStatisticsApi.class,
            MailgunBounceClassificationApi.class);

    /** One message that is read, and one that bounces; the first of them an hour ago. */
    @BeforeEach
    void sendTwoMessages() {
        OFFICIAL.simulator()
                .traffic()
                .message(DOMAIN, "ada@gmail.com")
                .subject("Hello")
                .tags("news", "spring")
                .at(OFFICIAL.simulator().clock().instant().minus(Duration.ofHours(1)))
                .accepted()
                .delivered()
                .opened()
                .clicked("https://example.com/shop");
        OFFICIAL.simulator()
                .traffic()
                .message(DOMAIN, "bob@example.org")
                .tags("news")
                .accepted()
                .hardBounced(550, "5.1.1 no such user");
    }

    @Test
    void events() {
        MailgunEventsApi events = OFFICIAL.api(MailgunEventsApi.class);

        assertThat(events.getAllEvents(DOMAIN).getItems())
                .extracting(EventItem::getEvent)
                .containsExactlyInAnyOrder("accepted", "delivered", "opened", "clicked", "accepted", "failed");
        assertThat(events.getEvents(
                                DOMAIN,
                                EventsQueryOptions.builder()
                                        .event(EventType.FAILED)
                                        .recipient("bob@example.org")
                                        .build())
                        .getItems())
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.getTags()).containsExactly("news");
                    assertThat(failed.getDeliveryStatus().getCode()).isEqualTo(550);
                    assertThat(failed.getMessage().getHeaders().getTo()).isEqualTo("bob@example.org");
                });
    }

    @Test
    void eventsPageByPage() {
        MailgunEventsApi events = OFFICIAL.api(MailgunEventsApi.class);

        EventsResponse first = events.getEvents(
                DOMAIN,
                EventsQueryOptions.builder()
                        .begin(ZonedDateTime.now(ZoneOffset.UTC).minusDays(1))
                        .ascending(true)
                        .limit(4)
                        .build());
        EventsResponse second =
                events.getEvents(DOMAIN, lastSegment(first.getPaging().getNext()));

        assertThat(first.getItems()).hasSize(4);
        assertThat(second.getItems()).extracting(EventItem::getEvent).containsExactly("accepted", "failed");
    }

    @Test
    void logs() {
        MailgunLogsApi logs = OFFICIAL.api(MailgunLogsApi.class);

        LogsResponse first = logs.getLogs(LogsRequest.builder()
                .duration("1d")
                .filter(Filter.builder()
                        .and(List.of(FilterItem.builder()
                                .attribute("recipient")
                                .comparator("=")
                                .values(List.of(FilterItem.FilterItemValue.builder()
                                        .label("ada@gmail.com")
                                        .value("ada@gmail.com")
                                        .build()))
                                .build()))
                        .build())
                .includeTotals(true)
                .metricEvents(Set.of("opened", "delivered"))
                .pagination(
                        LogsPagination.builder().sort("timestamp:asc").limit(1).build())
                .build());

        assertThat(first.getItems())
                .extracting(LogsResponseItem::getEvent, LogsResponseItem::getRecipient)
                .containsExactly(tuple("delivered", "ada@gmail.com"));
        assertThat(first.getAggregates().getAll()).isEqualTo(2);
        assertThat(logs.getLogs(LogsRequest.builder()
                                .duration("1d")
                                .events(Set.of("failed"))
                                .build())
                        .getItems())
                .singleElement()
                .satisfies(failed -> assertThat(failed.getSeverity()).isEqualTo("permanent"));
    }

    @Test
    void metrics() {
        MailgunAccountMetricsApi metrics = OFFICIAL.api(MailgunAccountMetricsApi.class);

        var counted = metrics.getMetrics(MetricsRequest.builder()
                .duration("1d")
                .resolution(Resolution.DAY)
                .dimensions(List.of("tag"))
                .metrics(List.of("accepted_count", "delivered_count", "delivered_rate"))
                .includeAggregates(true)
                .build());

        assertThat(counted.getItems()).anySatisfy(item -> {
            assertThat(item.getDimensions())
                    .singleElement()
                    .satisfies(tag -> assertThat(tag.getValue()).isEqualTo("spring"));
            assertThat(item.getMetrics().getDeliveredCount()).isEqualTo(1);
        });
        assertThat(counted.getItems()).anySatisfy(item -> {
            assertThat(item.getDimensions())
                    .singleElement()
                    .satisfies(tag -> assertThat(tag.getValue()).isEqualTo("news"));
            assertThat(item.getMetrics().getAcceptedCount()).isEqualTo(2);
            assertThat(item.getMetrics().getDeliveredRate()).isEqualTo("0.5000");
        });
        MetricsResponse<?> used = metrics.getUsageMetrics(MetricsRequest.builder()
                .duration("1d")
                .resolution(Resolution.DAY)
                .dimensions(List.of("subaccount"))
                .metrics(List.of("processed_count", "email_validation_count"))
                .includeAggregates(true)
                .build());
        assertThat(used.getItems()).hasSize(1);
    }

    @Test
    void tagsOfTheAccount() {
        MailgunAnalyticsTagsApi tags = OFFICIAL.api(MailgunAnalyticsTagsApi.class);

        tags.updateTag(AnalyticsTagUpdateRequest.builder()
                .tag("news")
                .description("every Monday")
                .build());

        assertThat(tags.listTags(AnalyticsTagListRequest.builder()
                                .tag("n")
                                .includeMetrics(true)
                                .pagination(AnalyticsTagListPagination.builder()
                                        .sort("lastseen:desc")
                                        .limit(10)
                                        .includeTotal(true)
                                        .build())
                                .build())
                        .getItems())
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.getTag()).isEqualTo("news");
                    assertThat(news.getDescription()).isEqualTo("every Monday");
                    assertThat(news.getMetrics().getAcceptedCount()).isEqualTo(2);
                });
        assertThat(tags.getTagLimits().getCount()).isEqualTo(2);
        tags.deleteTag(AnalyticsTagDeleteRequest.builder().tag("news").build());
        assertThat(tags.listTags(AnalyticsTagListRequest.builder().build()).getItems())
                .extracting(AnalyticsTagItem::getTag)
                .containsExactly("spring");
    }

    @Test
    void tagsOfADomain() {
        MailgunTagsApi tags = OFFICIAL.api(MailgunTagsApi.class);

        assertThat(tags.getAllTags(DOMAIN).getItems())
                .extracting(TagsItem::getTag)
                .containsExactly("news", "spring");
        assertThat(tags.getAllTags(DOMAIN, 1).getItems()).hasSize(1);
        assertThat(tags.getAllTags(DOMAIN, TagsQuery.builder().prefix("sp").build())
                        .getItems())
                .extracting(TagsItem::getTag)
                .containsExactly("spring");
        assertThat(tags.getTagLimits(DOMAIN).getCount()).isEqualTo(2);
        tags.updateTag(
                DOMAIN,
                "news",
                TagUpdateRequest.builder().description("Mondays").build());
        assertThat(tags.getTag(DOMAIN, "news").getDescription()).isEqualTo("Mondays");
        tags.updateTagByQuery(
                DOMAIN,
                TagUpdateQuery.builder().tag("news").description("Tuesdays").build());
        assertThat(tags.getTagByQuery(DOMAIN, "news").getDescription()).isEqualTo("Tuesdays");
        tags.deleteTag(DOMAIN, "news");
        tags.deleteTagByQuery(DOMAIN, "spring");
        assertThat(tags.getAllTags(DOMAIN).getItems()).isEmpty();
    }

    @Test
    void figuresOfATag() {
        MailgunTagsApi tags = OFFICIAL.api(MailgunTagsApi.class);

        assertThat(tags.getTagStatistics(
                                DOMAIN,
                                "news",
                                StatisticsOptions.builder()
                                        .event(StatsEventType.OPENED)
                                        .build())
                        .getStats())
                .extracting(Stats::getOpened)
                .anySatisfy(opened -> assertThat(opened.getTotal()).isEqualTo(1));
        assertThat(tags.getTagStatsByQuery(
                                DOMAIN,
                                TagStatsQuery.builder()
                                        .tag("news")
                                        .event(List.of(StatsEventType.ACCEPTED, StatsEventType.FAILED))
                                        .resolution(ResolutionPeriod.DAY)
                                        .duration("2d")
                                        .build())
                        .getStats())
                .anySatisfy(day ->
                        assertThat(day.getFailed().getPermanent().getTotal()).isEqualTo(1));
        assertThat(tags.getTagAggregates(DOMAIN, "news", "provider").getProvider())
                .containsKeys("gmail.com", "example.org");
        assertThat(tags.getTagAggregates(DOMAIN, "news", "country").getCountry())
                .containsKey("us");
        assertThat(tags.listTagCountries(DOMAIN, "news").getCountry()).containsKey("us");
        assertThat(tags.listTagProviders(DOMAIN, "news").getProvider()).containsKey("gmail.com");
        assertThat(tags.listTagDevices(DOMAIN, "news").getDevice().getDesktop().getOpened())
                .isEqualTo(1);
    }

    @Test
    void statistics() {
        MailgunStatisticsApi statistics = OFFICIAL.api(MailgunStatisticsApi.class);
        StatisticsOptions byDay = StatisticsOptions.builder()
                .event(List.of(StatsEventType.ACCEPTED, StatsEventType.DELIVERED, StatsEventType.FAILED))
                .resolution(ResolutionPeriod.DAY)
                .duration(3, com.mailgun.enums.Duration.DAY)
                .build();

        assertThat(accepted(statistics.getAccountStats(byDay))).isEqualTo(2);
        assertThat(accepted(statistics.getDomainStats(DOMAIN, byDay))).isEqualTo(2);
        assertThat(accepted(statistics.getFilteredAccountStats(StatisticsOptions.builder()
                        .event(StatsEventType.ACCEPTED)
                        .duration(3, com.mailgun.enums.Duration.DAY)
                        .filter("tag:spring")
                        .group("domain")
                        .build())))
                .isEqualTo(1);
        assertThat(accepted(statistics.getAccountStatsByDomains(StatsTotalDomainsOptions.builder()
                        .event(StatsEventType.ACCEPTED)
                        .resolution(ResolutionPeriod.MONTH)
                        .timestamp(Long.toString(
                                OFFICIAL.simulator().clock().instant().getEpochSecond()))
                        .limit(10)
                        .build())))
                .isPositive();
        assertThat(statistics.getAggregateProviders(DOMAIN).getProviders()).containsKey("gmail.com");
        assertThat(statistics.getAggregateDevices(DOMAIN).getDevices()).containsKey("desktop");
        assertThat(statistics.getAggregateCountries(DOMAIN).getCountries()).containsKey("us");
    }

    @Test
    void bounceClassification() {
        BounceClassificationResponse classified = OFFICIAL.api(MailgunBounceClassificationApi.class)
                .getMetrics(BounceClassificationRequest.builder()
                        .duration("1d")
                        .dimensions(List.of("entity-name", "domain.name"))
                        .metrics(List.of("critical_bounce_count", "classified_failures_count"))
                        .build());

        assertThat(classified.getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getMetrics()).containsEntry("classified_failures_count", 1));
    }

    private static int accepted(StatsResult result) {
        return result.getStats().stream()
                .mapToInt(each -> each.getAccepted().getTotal())
                .sum();
    }

    private static String lastSegment(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
