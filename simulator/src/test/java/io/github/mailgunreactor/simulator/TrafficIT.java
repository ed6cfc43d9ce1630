package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR =
            Simulator.builder().clock(CLOCK).regions("us", "eu").start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void whatIsSentShowsInEventsNewestFirst() throws Exception {
        caller.multipart(
                "POST",
                "/v3/example.com/messages",
                "from",
                "a@example.com",
                "to",
                "B <b@gmail.com>",
                "o:tag",
                "x",
                "text",
                "t");

        HttpResponse<String> response = caller.get("/v3/example.com/events");

        List<Map<String, Object>> items = Caller.objects(response, "items");
        assertThat(items).extracting(item -> item.get("event")).containsExactlyInAnyOrder("delivered", "accepted");
        assertThat(items.get(0))
                .containsEntry("recipient", "b@gmail.com")
                .containsEntry("recipient-provider", "Gmail")
                .containsEntry("tags", List.of("x"));
        assertThat(response.headers().firstValue("content-type")).isEmpty();
    }

    @Test
    void anEventCanHappenEarlierThanOthersThatAreKnown() throws Exception {
        SIMULATOR.traffic().message("example.com", "a@gmail.com").delivered();
        SIMULATOR
                .traffic()
                .message("example.com", "b@gmail.com")
                .at(CLOCK.instant().minus(Duration.ofMinutes(5)))
                .delivered();

        HttpResponse<String> response = caller.get("/v3/example.com/events?ascending=yes&begin=0");

        assertThat(Caller.objects(response, "items"))
                .extracting(item -> item.get("recipient"))
                .containsExactly("b@gmail.com", "a@gmail.com");
    }

    @Test
    void eventsArePagedByOpaqueSegments() throws Exception {
        for (int i = 0; i < 5; i++) {
            SIMULATOR.traffic().message("example.com", i + "@gmail.com").delivered();
        }

        HttpResponse<String> first = caller.get("/v3/example.com/events?limit=2&event=delivered%20OR%20failed");
        HttpResponse<String> second = caller.get(next(first));
        HttpResponse<String> third = caller.get(next(second));
        HttpResponse<String> last = caller.get(next(third));

        assertThat(Caller.objects(first, "items")).hasSize(2);
        assertThat(Caller.objects(second, "items")).hasSize(2);
        assertThat(Caller.objects(third, "items")).hasSize(1);
        assertThat(Caller.objects(last, "items")).isEmpty();
    }

    private static String next(HttpResponse<String> response) {
        return String.valueOf(
                Objects.requireNonNull((Map<?, ?>) Caller.object(response).get("paging"))
                        .get("next"));
    }

    @Test
    void aRangeWithoutEndNeedsADirection() throws Exception {
        HttpResponse<String> response = caller.get("/v3/example.com/events?begin=0");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).asString().contains("ascending");
    }

    @Test
    void metricsCountByDimensionAndFilter() throws Exception {
        SIMULATOR
                .traffic()
                .message("a.example.com", "x@gmail.com")
                .accepted()
                .delivered()
                .opened()
                .opened();
        SIMULATOR.traffic().message("b.example.com", "x@gmail.com").accepted().hardBounced(550, "no such user");

        HttpResponse<String> response = caller.json(
                "POST",
                "/v1/analytics/metrics",
                Map.of(
                        "metrics",
                        List.of("delivered_count", "opened_count", "unique_opened_count", "delivered_rate"),
                        "dimensions",
                        List.of("domain"),
                        "filter",
                        Map.of(
                                "AND",
                                List.of(Map.of(
                                        "attribute",
                                        "domain",
                                        "comparator",
                                        "contains",
                                        "values",
                                        List.of(Map.of("label", "a.", "value", "a.")))))));

        assertThat(Caller.objects(response, "items")).hasSize(1);
        assertThat(Caller.objects(response, "items").get(0))
                .containsEntry(
                        "metrics",
                        Map.of(
                                "delivered_count", 1L,
                                "opened_count", 2L,
                                "unique_opened_count", 1L,
                                "delivered_rate", "1.0000"));
    }

    @Test
    void refusesMetricsThatItDoesNotKnow() throws Exception {
        HttpResponse<String> response =
                caller.json("POST", "/v1/analytics/metrics", Map.of("metrics", List.of("happiness_count")));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void statisticsHaveEveryDayAlsoThoseWithoutEvents() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").delivered();

        HttpResponse<String> response = caller.get("/v3/example.com/stats/total?event=delivered&duration=2d");

        assertThat(Caller.objects(response, "stats"))
                .extracting(item -> item.get("delivered"))
                .containsExactly(deliveries(0), deliveries(0), deliveries(1));
    }

    private static Map<String, Long> deliveries(long total) {
        return Map.of("smtp", total, "http", 0L, "optimized", 0L, "total", total);
    }

    @Test
    void aRegionKnowsItsOwnDomainsAndTheirTrafficOnly() throws Exception {
        SIMULATOR
                .account()
                .inRegion("eu")
                .traffic()
                .message("eu.example.com", "x@gmail.com")
                .delivered();

        Caller eu = Caller.at(SIMULATOR.baseUrl("eu"), SIMULATOR.key());
        assertThat(Caller.objects(eu.get("/v3/eu.example.com/events"), "items")).hasSize(1);
        HttpResponse<String> us = caller.get("/v3/eu.example.com/events");
        assertThat(us.statusCode()).isEqualTo(404);
        assertThat(Caller.message(us)).isEqualTo("Domain not found: eu.example.com");
    }

    @Test
    void anAlertIsHitWhenItsRateIsCrossed() throws Exception {
        caller.json(
                "POST",
                "/v1/thresholds/alerts/send",
                Map.of(
                        "name",
                        "bounces",
                        "metric",
                        "hard_bounce_rate",
                        "comparator",
                        ">",
                        "limit",
                        "0.4",
                        "dimension",
                        "domain"));
        SIMULATOR.traffic().message("a.example.com", "x@gmail.com").hardBounced(550, "no such user");
        SIMULATOR.traffic().message("b.example.com", "x@gmail.com").delivered();

        HttpResponse<String> hits = caller.get("/v1/thresholds/hits");

        assertThat(Caller.objects(hits, "items"))
                .extracting(hit -> hit.get("dimension_value"))
                .containsExactly("a.example.com");
    }

    @Test
    void aTagIsMadeByItsFirstMessageAndDescribed() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").tags("news/1").delivered();

        caller.json("PUT", "/v1/analytics/tags", Map.of("tag", "news/1", "description", "January"));

        HttpResponse<String> tag = caller.get("/v3/example.com/tag?tag=news%2F1");
        assertThat(Caller.object(tag)).containsEntry("description", "January");
    }

    @Test
    void bouncesAreClassifiedByWhoRefused() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").hardBounced(550, "no such user");
        SIMULATOR.traffic().message("example.com", "x@yahoo.com").blocked(421, "later");
        SIMULATOR.traffic().message("example.com", "x@aol.com").delivered();

        HttpResponse<String> response = caller.json(
                "POST",
                "/v2/bounce-classification/metrics",
                Map.of("dimensions", List.of("entity-name"), "metrics", List.of("classified_failures_count")));

        assertThat(Caller.objects(response, "items"))
                .extracting(item -> item.get("entity-name"))
                .containsExactly("Gmail", "Yahoo");
    }

    @Test
    void seedsRefuseWhatCannotBe() {
        TrafficSeeds traffic = SIMULATOR.traffic();

        assertThatIllegalArgumentException().isThrownBy(() -> traffic.message("example.com", "nobody"));
        assertThatIllegalArgumentException().isThrownBy(() -> traffic.deliveries("example.com", 0));
        SimulatedMessage message = traffic.message("example.com", "x@gmail.com");
        assertThatIllegalArgumentException().isThrownBy(() -> message.hardBounced(250, "OK"));
        assertThatIllegalArgumentException().isThrownBy(() -> message.suppressed("everything"));
        assertThatIllegalArgumentException().isThrownBy(() -> message.opened("US", "toaster"));
        assertThatIllegalArgumentException().isThrownBy(() -> message.size(-1));
    }
}
