package io.github.mailgunreactor.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are those of recordings, except where decision 19 says that there is none. */
class TemplatesIT {
    private static final String DOMAIN = "/v3/example.com/templates";
    private static final String ACCOUNT = "/v4/templates";
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

    @ParameterizedTest
    @ValueSource(strings = {DOMAIN, ACCOUNT})
    void theFirstContentMakesAnActiveVersion(String path) throws Exception {
        HttpResponse<String> created =
                caller.multipart("POST", path, "name", "Welcome", "template", "Hello", "comment", "first");

        assertThat(Caller.message(created)).isEqualTo("template has been stored");
        assertThat(inTemplate(caller.get(path + "/welcome?active=yes"), "version"))
                .asInstanceOf(MAP)
                .containsEntry("tag", "initial")
                .containsEntry("template", "Hello")
                .containsEntry("comment", "first")
                .containsEntry("active", true);
        assertThat(inTemplate(caller.get(path + "/welcome"), "version")).isNull();
    }

    @Test
    void domainAndAccountHaveTemplatesOfTheirOwn() throws Exception {
        caller.multipart("POST", DOMAIN, "name", "welcome");

        assertThat(Caller.objects(caller.get(ACCOUNT), "items")).isEmpty();
        assertThat(Caller.objects(caller.get(DOMAIN), "items")).hasSize(1);
    }

    @Test
    void aVersionBecomesActiveWhenItSaysSo() throws Exception {
        create("welcome", "v1", "one");
        caller.form("POST", DOMAIN + "/welcome/versions", "tag", "v2", "template", "two");

        assertThat(activeTag()).isEqualTo("v1");

        HttpResponse<String> changed = caller.form("PUT", DOMAIN + "/welcome/versions/v2", "active", "yes");

        assertThat(Caller.message(changed)).isEqualTo("version has been updated");
        assertThat(activeTag()).isEqualTo("v2");
    }

    @Test
    void whatAChangeOfAVersionDoesNotNameStays() throws Exception {
        create("welcome", "v1", "one");
        caller.form("PUT", DOMAIN + "/welcome/versions/v1", "headers", "{\"Subject\": \"Hi\"}");
        caller.form("PUT", DOMAIN + "/welcome/versions/v1", "comment", "said");

        assertThat(inTemplate(caller.get(DOMAIN + "/welcome/versions/v1"), "version"))
                .asInstanceOf(MAP)
                .containsEntry("template", "one")
                .containsEntry("comment", "said")
                .containsEntry("headers", Map.of("Subject", "Hi"));
    }

    @Test
    void aCopyOfAVersionOverwritesWithoutAWord() throws Exception {
        create("welcome", "v1", "one");
        caller.form("POST", DOMAIN + "/welcome/versions", "tag", "v2", "template", "two");

        HttpResponse<String> copied = caller.form("PUT", DOMAIN + "/welcome/versions/v1/copy/v2?comment=from+v1");

        assertThat(copied.statusCode()).isEqualTo(200);
        assertThat(Caller.message(copied)).isEqualTo("version has been copied");
        assertThat(inTemplate(caller.get(DOMAIN + "/welcome/versions/v2"), "version"))
                .asInstanceOf(MAP)
                .containsEntry("template", "one")
                .containsEntry("comment", "from v1")
                .containsEntry("active", false);
    }

    @Test
    void versionsAreListedInPagesWithoutTheirContent() throws Exception {
        create("welcome", "v1", "one");
        caller.form("POST", DOMAIN + "/welcome/versions", "tag", "v2", "template", "two");
        caller.form("POST", DOMAIN + "/welcome/versions", "tag", "v3", "template", "three");

        HttpResponse<String> first = caller.get(DOMAIN + "/welcome/versions?limit=2");
        String next = String.valueOf(map(Caller.object(first).get("paging")).get("next"));

        assertThat(tags(first)).containsExactly("v1", "v2");
        assertThat(tags(caller.get(next))).containsExactly("v3");
        assertThat(first.body()).doesNotContain("\"template\":\"one\"");
    }

    @Test
    void aCopyToAccountsIsMadeWhereItCanBe() throws Exception {
        create("welcome", "v1", "one");
        SIMULATOR.domains().add("other.example.com");

        HttpResponse<String> copied = caller.json(
                "PUT",
                DOMAIN + "/welcome/copy",
                Map.of(
                        "requests",
                        List.of(
                                Map.of("account_id", SIMULATOR.account().id(), "name", "Hello"),
                                Map.of(
                                        "account_id",
                                        SIMULATOR.account().id(),
                                        "name",
                                        "hello",
                                        "domain",
                                        "other.example.com"),
                                Map.of("account_id", "nobody", "name", "hello"))));

        assertThat(copied.statusCode()).isEqualTo(200);
        assertThat(Caller.objects(copied, "failed_copies"))
                .singleElement()
                .asInstanceOf(MAP)
                .containsEntry("account_id", "nobody");
        assertThat(caller.get(ACCOUNT + "/hello/versions/v1").statusCode()).isEqualTo(200);
        assertThat(caller.get("/v3/other.example.com/templates/hello/versions/v1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRenamedTemplateIsUnderItsNewNameOnly() throws Exception {
        create("welcome", "v1", "one");

        caller.form("PUT", DOMAIN + "/welcome/rename/Hello");

        assertThat(caller.get(DOMAIN + "/hello").statusCode()).isEqualTo(200);
        assertThat(caller.get(DOMAIN + "/welcome").statusCode()).isEqualTo(404);
    }

    @Test
    void deletesAVersionATemplateAndAll() throws Exception {
        create("welcome", "v1", "one");
        create("hello", "v1", "one");

        assertThat(Caller.message(caller.delete(DOMAIN + "/welcome/versions/v1")))
                .isEqualTo("version has been deleted");
        assertThat(caller.get(DOMAIN + "/welcome/versions/v1").statusCode()).isEqualTo(404);
        assertThat(Caller.message(caller.delete(DOMAIN + "/welcome"))).isEqualTo("template has been deleted");
        assertThat(caller.get(DOMAIN + "/welcome").statusCode()).isEqualTo(404);
        assertThat(Caller.message(caller.delete(DOMAIN))).isEqualTo("templates have been deleted");
        assertThat(Caller.objects(caller.get(DOMAIN), "items")).isEmpty();
    }

    @Test
    void keepsAHundredTemplatesOfFortyVersionsOfAHundredKilobytes() throws Exception {
        create("full", "v", "x".repeat(100 * 1024));
        assertThat(caller.form("POST", DOMAIN, "name", "large", "template", "x".repeat(100 * 1024 + 1))
                        .statusCode())
                .isEqualTo(400);
        for (int version = 1; version < 40; version++) {
            caller.form("POST", DOMAIN + "/full/versions", "tag", "v" + version, "template", "x");
        }
        assertThat(caller.form("POST", DOMAIN + "/full/versions", "tag", "v40", "template", "x")
                        .statusCode())
                .isEqualTo(400);
        for (int template = 1; template < 100; template++) {
            caller.form("POST", DOMAIN, "name", "t" + template);
        }
        assertThat(caller.form("POST", DOMAIN, "name", "t100").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        create("welcome", "v1", "one");

        assertThat(Caller.message(caller.get("/v3/nowhere.example/templates"))).isEqualTo("domain not found");
        assertThat(caller.form("POST", DOMAIN, "name", "WELCOME").statusCode()).isEqualTo(400);
        assertThat(caller.form("POST", DOMAIN, "name", " ").statusCode()).isEqualTo(400);
        assertThat(caller.form("POST", DOMAIN + "/welcome/versions", "tag", "v1", "template", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.form(
                                "POST",
                                DOMAIN,
                                "name",
                                "other",
                                "template",
                                "x",
                                "headers",
                                "{\"Bcc\": \"a@b.example\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private void create(String name, String tag, String content) throws Exception {
        caller.form("POST", DOMAIN, "name", name, "tag", tag, "template", content);
    }

    private @Nullable Object activeTag() throws Exception {
        return map(inTemplate(caller.get(DOMAIN + "/welcome?active=yes"), "version"))
                .get("tag");
    }

    private static @Nullable Object inTemplate(HttpResponse<String> response, String field) {
        return map(Caller.object(response).get("template")).get(field);
    }

    private static List<@Nullable Object> tags(HttpResponse<String> page) {
        List<@Nullable Object> tags = new ArrayList<>();
        ((List<?>) requireNonNull(inTemplate(page, "versions")))
                .forEach(version -> tags.add(map(version).get("tag")));
        return tags;
    }

    private static Map<?, ?> map(@Nullable Object json) {
        return (Map<?, ?>) requireNonNull(json);
    }
}
