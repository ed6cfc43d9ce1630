package io.github.mailgunreactor.templates;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesApiTest {
    private static final TemplateOwner SHOP = TemplateOwner.ofDomain("shop.example.com");
    private static final FakeResponse DONE = FakeResponse.json("{\"template\": {\"name\": \"welcome\"}}");

    private final FakeTransport transport = FakeTransport.answering(DONE);
    private final TemplatesApi templates = new TemplatesApi(transport.client());

    @Test
    void namesGoOutInLowerCaseAndTagsAsTheyAre() {
        templates.getVersion(SHOP, "Wel Come", "V1").block();

        assertThat(transport.onlySent().line()).isEqualTo("GET /v3/shop.example.com/templates/wel%20come/versions/V1");
    }

    @Test
    void theDomainOfAnOwnerRoutesTheCall() {
        templates.get(SHOP, "welcome").block();

        assertThat(transport.onlySent().template()).isEqualTo("/v3/{domain}/templates/{template_name}");
    }

    @Test
    void aTemplateWithoutContentSaysNothingOfAVersion() {
        templates.create(SHOP, NewTemplate.of("welcome").description("to all")).block();

        assertThat(transport.onlySent().form().keySet()).containsExactly("name", "description");
    }

    @Test
    void aFirstVersionIsNotToldToBeActive() {
        templates
                .create(
                        SHOP,
                        NewTemplate.of("welcome")
                                .version(NewTemplateVersion.of("v1", "Hello").active()))
                .block();

        assertThat(transport.onlySent().form())
                .containsExactly(
                        entry("name", List.of("welcome")),
                        entry("template", List.of("Hello")),
                        entry("tag", List.of("v1")));
    }

    @Test
    void headersGoOutTogetherAsOneJsonObject() {
        templates
                .changeVersion(
                        SHOP,
                        "welcome",
                        "v1",
                        TemplateVersionChange.none().subject("Hi").replyTo("a@b.example"))
                .block();

        assertThat(transport.onlySent().form())
                .containsOnly(entry("headers", List.of("{\"Subject\":\"Hi\",\"Reply-To\":\"a@b.example\"}")));
    }

    @Test
    void aHeaderCannotBringAnotherOneAlong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewTemplateVersion.of("v1", "Hello").subject("Hi\r\nBcc: all@example.com"))
                .withMessageContaining("Subject");
    }

    @Test
    void copiesThatFailedAreAResult() {
        FakeTransport partly = FakeTransport.answering(FakeResponse.json("""
                {"message": "done", "failed_copies": [{"account_id": "b", "name": "hello"}], "error": "1 failed"}
                """));

        TemplateCopyResult result = requireNonNull(new TemplatesApi(partly.client())
                .copy(SHOP, "welcome", List.of(NewTemplateCopy.of("a", "hello"), NewTemplateCopy.of("b", "hello")))
                .block());

        assertThat(partly.onlySent().json())
                .isEqualTo(Map.of(
                        "requests",
                        List.of(
                                Map.of("account_id", "a", "name", "hello"),
                                Map.of("account_id", "b", "name", "hello"))));
        assertThat(result.isComplete()).isFalse();
        assertThat(result.failedCopies())
                .extracting(FailedTemplateCopy::accountId)
                .containsExactly("b");
    }

    @Test
    void aCopyNeedsADestination() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.copy(SHOP, "welcome", List.of()))
                .withMessage("copies must be one or more");
    }

    @Test
    void pagesHaveAtMostAHundredEntries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateFilter.all().pageSize(101))
                .withMessage("entries must be from 1 to 100, but is 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateFilter.all().after("a").lastPage());
    }

    @Test
    void versionsAreListedThroughThePagesOfTheirTemplate() {
        FakeTransport pages = FakeTransport.answering(
                FakeResponse.json("""
                        {"template": {"name": "welcome", "versions": [{"tag": "v1"}]},
                         "paging": {"next": "https://api.mailgun.net/v4/templates/welcome/versions?page=next&p=v1"}}
                        """),
                FakeResponse.json("{\"template\": {\"name\": \"welcome\", \"versions\": []}, \"paging\": {}}"));

        List<TemplateVersion> versions = new TemplatesApi(pages.client())
                .listVersions(TemplateOwner.ofAccount(), "welcome")
                .collectList()
                .block();

        assertThat(versions).extracting(TemplateVersion::tag).containsExactly("v1");
        assertThat(pages.sent()).hasSize(2);
    }

    @Test
    void anErrorTellsNeitherNameNorContent() {
        FakeTransport refusing = FakeTransport.answering(FakeResponse.json(404, "{\"message\": \"domain not found\"}"));

        assertThatExceptionOfType(ErrorStatusException.class)
                .isThrownBy(() ->
                        new TemplatesApi(refusing.client()).get(SHOP, "for-ann").block())
                .withMessageContaining("/v3/{domain}/templates/{template_name}")
                .withMessageNotContaining("for-ann");
    }
}
