package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the live API was seen to refuse in analytics, in its words. */
class AnalyticsRefusalsIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder().clock(CLOCK).start();
    private static final String BOUNCES = "/v2/bounce-classification/metrics";

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

    @ParameterizedTest
    @CsvSource({"POST, /v1/analytics/metric", "DELETE, /v1/analytics/tag", "GET, /v1/analytics/tags"})
    void whatAnalyticsDoNotServeIsRefusedInJson(String method, String path) throws Exception {
        HttpResponse<String> response = caller.json(method, path, Map.of());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(Caller.object(response)).containsOnlyKeys("error");
        assertThat(String.valueOf(Caller.object(response).get("error"))).contains("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/analytics/logs", "/v1/analytics/metrics", BOUNCES})
    void aFilterMustNameAnAttributeThatThereIs(String path) throws Exception {
        HttpResponse<String> response = caller.json("POST", path, filtered("test", "=", "x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("'test' is not a valid filter predicate attribute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/analytics/logs", "/v1/analytics/metrics", BOUNCES})
    void aFilterMustCompareInAWayThatThereIsAlsoWhereNothingHappened(String path) throws Exception {
        String attribute = path.equals(BOUNCES) ? "domain.name" : "domain";

        HttpResponse<String> response = caller.json("POST", path, filtered(attribute, "like", "x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("'like' is not a valid comparator");
    }

    @Test
    void logsCanBeFilteredByMailingListAndByTimeOfDelivery() throws Exception {
        SIMULATOR.traffic().message("example.com", "a@gmail.com").accepted().delivered();
        String later = "Fri, 01 Jan 2100 00:00:00 +0000";

        assertThat(logs("delivered_at", "<", later)).containsExactly("delivered");
        assertThat(logs("delivered_at", ">", later)).isEmpty();
        assertThat(logs("mailing_list_address", "=", "team@example.com")).isEmpty();
    }

    @Test
    void logsAreFilteredByVariablesAsTheyAreShown() throws Exception {
        SIMULATOR
                .traffic()
                .message("example.com", "a@gmail.com")
                .variables(Map.of("order", "4711"))
                .delivered();

        assertThat(logs("user_variables", "contains", "\"order\":\"4711\"")).containsExactly("delivered");
        assertThat(logs("user_variables", "contains", "order=4711")).isEmpty();
    }

    private List<Object> logs(String attribute, String comparator, String value) throws Exception {
        return Caller.objects(
                        caller.json("POST", "/v1/analytics/logs", filtered(attribute, comparator, value)), "items")
                .stream()
                .map(item -> String.valueOf(item.get("event")))
                .map(Object.class::cast)
                .toList();
    }

    @Test
    void classifiedBouncesAreSortedByADimensionOrAMetricOfTheQuery() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").hardBounced(550, "no such user");
        SIMULATOR.traffic().message("example.com", "x@yahoo.com").hardBounced(550, "no such user");
        SIMULATOR.traffic().message("example.com", "y@yahoo.com").hardBounced(550, "no such user");

        assertThat(entities("entity-name:desc")).containsExactly("Yahoo", "Gmail");
        assertThat(entities("classified_failures_count:asc")).containsExactly("Gmail", "Yahoo");

        HttpResponse<String> response = caller.json("POST", BOUNCES, sorted("domain.name:asc"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("sort should be either one of metrics or dimensions");
    }

    private List<Object> entities(String sort) throws Exception {
        return Caller.objects(caller.json("POST", BOUNCES, sorted(sort)), "items").stream()
                .map(item -> item.get("entity-name"))
                .toList();
    }

    private static Map<String, Object> sorted(String sort) {
        return Map.of("dimensions", List.of("entity-name"), "pagination", Map.of("sort", sort, "limit", 10));
    }

    @Test
    void bouncesOfLongAgoAreKeptNoMore() throws Exception {
        Map<String, Object> longAgo = new LinkedHashMap<>(sorted("entity-name:asc"));
        longAgo.put("start", "Sun, 01 Jan 2006 22:04:05 UTC");
        longAgo.put("end", "Mon, 02 Jan 2006 22:04:05 UTC");

        HttpResponse<String> response = caller.json("POST", BOUNCES, longAgo);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(String.valueOf(Caller.message(response))).contains("is out of permitted log retention");
    }

    @Test
    void aPageOfTagsTellsSortAndLimitAndTheTotalIfAsked() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").tags("news").delivered();

        Map<?, ?> unasked = pageOfTags(Map.of("sort", "lastseen:desc", "limit", 10));
        Map<?, ?> asked = pageOfTags(Map.of("limit", 10, "include_total", true));

        assertThat((Object) unasked).isEqualTo(Map.of("sort", "lastseen:desc", "limit", 10L));
        assertThat((Object) asked).isEqualTo(Map.of("limit", 10L, "total", 1L));
    }

    private Map<?, ?> pageOfTags(Map<String, Object> pagination) throws Exception {
        HttpResponse<String> response = caller.json("POST", "/v1/analytics/tags", Map.of("pagination", pagination));
        return (Map<?, ?>) Objects.requireNonNull(Caller.object(response).get("pagination"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void aTagOfTheAccountMustExist(String method) throws Exception {
        HttpResponse<String> response = caller.json(method, "/v1/analytics/tags", Map.of("tag", "none"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Caller.message(response)).isEqualTo("Tag not found");
    }

    @Test
    void jsonIsReadAlsoWhereItIsCalledAForm() throws Exception {
        SIMULATOR.traffic().message("example.com", "x@gmail.com").tags("news").delivered();
        CLOCK.advance(Duration.ofSeconds(1));

        HttpResponse<String> response = caller.send(
                "DELETE",
                "/v1/analytics/tags",
                BodyPublishers.ofString(" {\"tag\":\"news\"}"),
                "application/x-www-form-urlencoded");

        assertThat(Caller.message(response)).isEqualTo("Tag deleted");
        assertThat(Caller.objects(caller.json("POST", "/v1/analytics/tags", Map.of()), "items"))
                .isEmpty();
    }

    private static Map<String, Object> filtered(String attribute, String comparator, String value) {
        return Map.of(
                "metrics",
                List.of(),
                "filter",
                Map.of(
                        "AND",
                        List.of(Map.of(
                                "attribute",
                                attribute,
                                "comparator",
                                comparator,
                                "values",
                                List.of(Map.of("label", value, "value", value))))));
    }
}
