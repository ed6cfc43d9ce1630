package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the live API takes though its documents do not say so: recorded, or sent by the official SDKs. */
class FormerPathsIT {
    private static final Simulator SIMULATOR = Simulator.start();

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
    void domainsAreServedUnderVersionThreeToo() throws Exception {
        assertThat(Caller.message(caller.form("POST", "/v3/domains", "name", "new.published.example")))
                .isEqualTo("Domain has been created");
        assertThat(caller.form("PUT", "/v3/domains/new.published.example/verify")
                        .statusCode())
                .isEqualTo(200);
        assertThat(String.valueOf(Caller.object(caller.get("/v3/domains/new.published.example"))
                        .get("domain")))
                .contains("state=active");
        assertThat(caller.form("PUT", "/v3/domains/example.com", "web_scheme", "https")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.object(caller.get("/v3/domains"))).containsEntry("total_count", 2L);
    }

    @Test
    void clicksAreSwitchedByYesAndNoAndShowThatTheyAreInHtmlOnly() throws Exception {
        String path = "/v3/domains/example.com/tracking/click";

        assertThat(caller.form("PUT", path, "active", "yes").body()).contains("\"active\":true");
        assertThat(caller.form("PUT", path, "active", "no").body()).contains("\"active\":false");
        assertThat(caller.form("PUT", path, "active", "htmlonly").body()).contains("\"active\":\"htmlonly\"");
    }

    @Test
    void aFormUnsubscribesFromATagAndTheQueryTakesOneBack() throws Exception {
        caller.form("POST", "/v3/example.com/unsubscribes", "address", "a@x.org", "tag", "t1", "tag", "t2");
        assertThat(tags()).containsExactly("t1", "t2");

        caller.delete("/v3/example.com/unsubscribes/a@x.org?tag=t1");
        assertThat(tags()).containsExactly("t2");

        assertThat(caller.delete("/v3/example.com/unsubscribes/a@x.org?tag=t3").statusCode())
                .isEqualTo(404);
        caller.delete("/v3/example.com/unsubscribes/a@x.org?tag=t2");
        assertThat(SIMULATOR.suppressions("example.com").unsubscribes()).isEmpty();
    }

    @SuppressWarnings("unchecked") // it is a list of texts
    private List<Object> tags() throws Exception {
        return (List<Object>) Objects.requireNonNull(Caller.object(caller.get("/v3/example.com/unsubscribes/a@x.org"))
                .get("tags"));
    }

    @Test
    void aTagIsServedByItsPathToo() throws Exception {
        SIMULATOR
                .traffic()
                .message("example.com", "a@gmail.com")
                .tags("news")
                .delivered()
                .opened();
        String path = "/v3/example.com/tags/news";

        assertThat(Caller.object(caller.get(path))).containsEntry("tag", "news");
        assertThat(Caller.object(caller.get(path + "/stats/aggregates/countries")))
                .containsEntry("tag", "news")
                .containsKey("country");
        assertThat(Caller.message(caller.form("PUT", path, "description", "letters")))
                .isEqualTo("Tag updated");
        assertThat(Caller.object(caller.get(path))).containsEntry("description", "letters");
        assertThat(Caller.message(caller.delete(path))).isEqualTo("Tag deleted");
        HttpResponse<String> unknown = caller.delete("/v3/example.com/tags/none");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Caller.message(unknown)).isEqualTo("Tag not found");
    }

    @Test
    void theFormerStatisticsCountWhatThereIs() throws Exception {
        SIMULATOR.traffic().message("example.com", "a@gmail.com").accepted().delivered();

        HttpResponse<String> all = caller.get("/v3/example.com/stats");

        assertThat(all.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(Caller.object(all)).containsEntry("items", List.of()).containsEntry("total_count", 2L);
        assertThat(Caller.object(caller.get("/v3/example.com/stats?event=sent&event=opened")))
                .containsEntry("total_count", 1L);
        assertThat(caller.get("/v3/unknown.example/stats").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyEndOfARangeIsNone() throws Exception {
        assertThat(caller.json("POST", "/v1/analytics/metrics", Map.of("end", "", "metrics", List.of("sent_count")))
                        .statusCode())
                .isEqualTo(200);
    }
}
