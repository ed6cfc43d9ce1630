package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingIT {
    private static final String[] NAMES = {"a+1@x.example", "b", "c d", "e/f", "g&h=i"};
    private static final Simulator SIMULATOR = Simulator.builder()
            .operations(List.of(new ListingOperations(NAMES)))
            .start();

    private final Caller caller = Caller.of(SIMULATOR);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void skipsAndLimitsByQueryAndCountsAll() throws Exception {
        HttpResponse<String> response = caller.get("/test/skip?skip=1&limit=3");

        assertThat(names(response)).containsExactly("b", "c d", "e/f");
        assertThat(Caller.object(response)).containsEntry("total_count", 5L);
        assertThat(names(caller.get("/test/skip?skip=9"))).isEmpty();
        assertThat(names(caller.get("/test/skip"))).hasSize(2);
        assertThat(names(caller.get("/test/skip?limit=1000"))).hasSize(3);
    }

    @Test
    void skipsAndLimitsByBodyAndRepeatsWhatWasAsked() throws Exception {
        HttpResponse<String> response = caller.json(
                "POST", "/test/body-skip", Map.of("pagination", Map.of("skip", 4, "limit", 3, "sort", "name:asc")));

        assertThat(names(response)).containsExactly("g&h=i");
        assertThat(child(response, "pagination"))
                .containsExactly(
                        Map.entry("sort", "name:asc"),
                        Map.entry("skip", 4L),
                        Map.entry("limit", 3L),
                        Map.entry("total", 5L));
    }

    @Test
    void followsTokensInTheBodyToAnEmptyPagination() throws Exception {
        List<Object> seen = new ArrayList<>();
        Map<String, Object> pagination = Map.of("next", "");
        int requests = 0;
        while (pagination.get("next") != null) {
            HttpResponse<String> response = caller.json(
                    "POST", "/test/body-token", Map.of("pagination", Map.of("token", pagination.get("next"))));
            seen.addAll(names(response));
            pagination = child(response, "pagination");
            requests++;
        }

        assertThat(seen).containsExactly((Object[]) NAMES);
        assertThat(requests).isEqualTo(3);
        assertThat(pagination).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/pivot", "/test/token", "/test/segment"})
    void followsNextLinksToAnEmptyPageThatStaysWhereItIs(String path) throws Exception {
        HttpResponse<String> response = caller.get(path);
        List<Object> seen = new ArrayList<>();
        while (!names(response).isEmpty()) {
            seen.addAll(names(response));
            response = caller.get(link(response, "next"));
        }

        assertThat(seen).containsExactly((Object[]) NAMES);
        assertThat(names(caller.get(link(response, "next")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/pivot", "/test/token", "/test/segment"})
    void goesBackFromTheLastPageToTheFirst(String path) throws Exception {
        HttpResponse<String> last = caller.get(link(caller.get(path), "last"));
        assertThat(names(last)).endsWith("g&h=i");

        HttpResponse<String> before = caller.get(link(last, "previous"));
        HttpResponse<String> first = caller.get(link(before, "first"));

        assertThat(names(before)).doesNotContainAnyElementsOf(names(last)).hasSize(2);
        assertThat(names(first)).containsExactly("a+1@x.example", "b");
    }

    @Test
    void leadsBackToTheLastPageFromBeyondTheEnd() throws Exception {
        HttpResponse<String> beyond = caller.get("/test/pivot?page=next&address=g%26h%3Di");

        assertThat(names(beyond)).isEmpty();
        assertThat(names(caller.get(link(beyond, "previous")))).containsExactly("e/f", "g&h=i");
    }

    @Test
    void leadsToTheFirstPageFromBeforeTheStart() throws Exception {
        HttpResponse<String> before = caller.get("/test/pivot?page=previous&address=a%2B1%40x.example");

        assertThat(names(before)).isEmpty();
        assertThat(names(caller.get(link(before, "next")))).containsExactly("a+1@x.example", "b");
    }

    @Test
    void linksToItsOwnBaseWithTheOtherParametersKept() throws Exception {
        HttpResponse<String> response = caller.get("/test/pivot?limit=1&term=c");

        assertThat(link(response, "next"))
                .isEqualTo(SIMULATOR.baseUrl() + "/test/pivot?page=next&address=c+d&limit=1&term=c");
        assertThat(link(response, "first")).isEqualTo(SIMULATOR.baseUrl() + "/test/pivot?limit=1&term=c");
        assertThat(names(caller.get(link(response, "next")))).isEmpty();
    }

    @Test
    void startsAgainAtTheFirstRowThatFollowsAPivotThatIsGone() throws Exception {
        assertThat(names(caller.get("/test/pivot?page=next&address=bb&limit=1")))
                .containsExactly("c d");
    }

    @Test
    void capitalisesTheLinksWhereTheLiveApiDoes() throws Exception {
        HttpResponse<String> response = caller.get("/test/capitalised");

        assertThat(child(response, "paging")).containsOnlyKeys("First", "Next", "Previous", "Last");
        assertThat(names(caller.get(link(response, "Next")))).containsExactly("c d", "e/f");
    }

    @Test
    void keepsTheFilterInTheOpaqueSegment() throws Exception {
        HttpResponse<String> response = caller.get("/test/segment?term=b");

        assertThat(names(response)).containsExactly("b");
        assertThat(link(response, "next"))
                .startsWith(SIMULATOR.baseUrl() + "/test/segment/")
                .doesNotContain("?");
        assertThat(names(caller.get(link(response, "previous")))).containsExactly("b");
        assertThat(names(caller.get(link(response, "next")))).isEmpty();
    }

    @Test
    void leavesOutTheContentTypeWhereTheLiveApiDoes() throws Exception {
        assertThat(caller.get("/test/pivot").headers().firstValue("Content-Type"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/skip?limit=0",
                "/test/skip?skip=-1",
                "/test/skip?limit=many",
                "/test/pivot?page=sideways",
                "/test/token?page=foreign",
                "/test/segment/foreign"
            })
    void refusesParametersThatMakeNoPage(String path) throws Exception {
        assertThat(caller.get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pagination\":1}", "[]", "{", "{\"pagination\":{\"skip\":\"x\"}}"})
    void refusesABodyThatMakesNoPage(String body) throws Exception {
        HttpResponse<String> response =
                caller.send("POST", "/test/body-skip", BodyPublishers.ofString(body), "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void boundsLinkedPagesAsTheUserOfTheSimulatorSays() throws Exception {
        try (Simulator small = Simulator.builder()
                .operations(List.of(new ListingOperations(NAMES)))
                .pageSize(1)
                .start()) {
            assertThat(names(Caller.of(small).get("/test/pivot?limit=3"))).hasSize(1);
            assertThat(names(Caller.of(small).get("/test/token?limit=3"))).hasSize(1);
            assertThat(names(Caller.of(small).get("/test/skip"))).hasSize(1);
            assertThat(names(Caller.of(small).get("/test/skip?limit=3"))).hasSize(3);
        }
    }

    @Test
    void answersABugOfAHandlerWithAnError() throws Exception {
        HttpResponse<String> response = caller.get("/test/bug");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Caller.message(response)).isEqualTo("Internal Server Error");
        assertThat(caller.get("/test/skip").statusCode()).isEqualTo(200);
    }

    private static List<Object> names(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Caller.objects(response, "items").stream()
                .map(item -> Objects.requireNonNull(item.get("name")))
                .toList();
    }

    private static String link(HttpResponse<String> response, String name) {
        return (String) Objects.requireNonNull(child(response, "paging").get(name));
    }

    @SuppressWarnings("unchecked") // the tests know what they asked for
    private static Map<String, Object> child(HttpResponse<String> response, String name) {
        return (Map<String, Object>)
                Objects.requireNonNull(Caller.object(response).get(name));
    }
}
