package io.github.mailgunreactor.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.analytics.alerts.AlertSettings;
import io.github.mailgunreactor.analytics.alerts.LimitThreshold;
import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricValues;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.analytics.metrics.UsageMetric;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What Mailgun writes in more ways than one. */
class AnalyticsResponsesTest {
    private static final String EVENT = "\"id\": \"e\", \"event\": \"opened\", \"timestamp\": 1767372018.530123";

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void ratesAreTextsAndCountsNumbersAndSomeAreNotThere() {
        MetricValues values = read(
                "{\"delivered_count\": 3, \"opened_rate\": \"0.8300\", \"clicked_count\": null}", MetricValues.class);

        assertThat(values.count(Metric.DELIVERED_COUNT)).isEqualTo(3);
        assertThat(values.rate(Metric.OPENED_RATE)).isEqualTo(new BigDecimal("0.8300"));
        assertThat(values.count(Metric.CLICKED_COUNT)).isNull();
        assertThat(values.count(UsageMetric.PROCESSED_COUNT)).isNull();
    }

    @Test
    void aCountThatIsNoWholeNumberIsNone() {
        MetricValues values = read("{\"delivered_count\": 1.5, \"opened_count\": 1e30}", MetricValues.class);

        assertThat(values.count(Metric.DELIVERED_COUNT)).isNull();
        assertThat(values.count(Metric.OPENED_COUNT)).isNull();
    }

    @Test
    void aMetricOfAnotherShapeThanANumberCostsItselfAlone() {
        String page = "{\"items\": [{\"metrics\": {\"delivered_count\": 3, \"latency\": {\"p50\": 3},"
                + " \"opened_rate\": \"n/a\", \"is_final\": true, \"hours\": [1]}}]}";
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json(page), FakeResponse.json("{\"items\": []}"));

        StepVerifier.create(new MetricsApi(transport.builderOfLenientClient().build())
                        .list(MetricsQuery.of(Metric.DELIVERED_COUNT))
                        .map(item -> requireNonNull(item.metrics()).values()))
                .expectNext(Map.of("delivered_count", new BigDecimal(3)))
                .verifyComplete();
    }

    @Test
    void aThresholdThatWasNeverCheckedHasNoSuchDate() {
        LimitThreshold limit = read(
                "{\"name\": \"a\", \"last_checked\": \"0001-01-01T00:00:00Z\", \"limit\": \"2100\"}",
                LimitThreshold.class);

        assertThat(limit.lastChecked()).isNull();
        assertThat(limit.limit()).isEqualByComparingTo("2100");
    }

    @Test
    void secretsOfAlertsAreNotPrinted() {
        AlertSettings settings = read(
                "{\"events\": [], \"webhooks\": {\"signing_key\": \"s3cret\"}, \"slack\": {\"token\": \"t0ken\"}}",
                AlertSettings.class);

        assertThat(settings.toString()).doesNotContain("s3cret", "t0ken");
        assertThat(requireNonNull(requireNonNull(settings.webhooks()).signingKey())
                        .reveal())
                .isEqualTo("s3cret");
    }

    @Test
    void logsFollowTokensUntilThePaginationIsEmpty() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\": [" + LOG + "], \"pagination\": {\"next\": \"t2\"}}"),
                FakeResponse.json("{\"items\": [" + LOG + "], \"pagination\": {}}"));

        StepVerifier.create(new LogsApi(transport.client()).list(LogsQuery.all()))
                .expectNextCount(2)
                .verifyComplete();

        assertThat(transport.sent().get(1).json())
                .isEqualTo(Map.of("pagination", Map.of("limit", 100L, "token", "t2")));
    }

    private static final String LOG =
            "{\"id\": \"l\", \"event\": \"delivered\", \"@timestamp\": \"2025-06-25T17:19:51.166Z\"}";

    @Test
    void metricsSkipUntilTheTotalIsReached() {
        String page = "{\"items\": [{\"metrics\": {}}, {\"metrics\": {}}], \"pagination\": {\"total\": 4}}";
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(page), FakeResponse.json(page));

        StepVerifier.create(new MetricsApi(transport.client())
                        .list(MetricsQuery.of(Metric.SENT_COUNT).pageSize(2)))
                .expectNextCount(4)
                .verifyComplete();

        assertThat(transport.sent().get(1).json())
                .isEqualTo(Map.of("metrics", List.of("sent_count"), "pagination", Map.of("limit", 2L, "skip", 2L)));
    }

    @Test
    @SuppressWarnings("deprecation") // Mailgun has deprecated events
    void eventsFollowOpaqueSegmentsAsTheyAre() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\": [{" + EVENT + "}], \"paging\": {\"next\":"
                        + " \"https://api.mailgun.net/v3/example.com/events/W3siYiI6Ij==\"}}"),
                FakeResponse.json("{\"items\": [], \"paging\": {}}"));

        StepVerifier.create(new EventsApi(transport.client()).list("example.com", EventFilter.all()))
                .expectNextCount(1)
                .verifyComplete();

        assertThat(transport.sent().get(1).line()).isEqualTo("GET /v3/example.com/events/W3siYiI6Ij==");
    }
}
