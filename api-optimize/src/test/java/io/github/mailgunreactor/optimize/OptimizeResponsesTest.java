package io.github.mailgunreactor.optimize;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

class OptimizeResponsesTest {

    @Test
    void resultsAndRisksThatCameLaterAreKept() {
        AddressValidation validation = requireNonNull(new ValidationsApi(answering(FakeResponse.json("""
                        {"address": "ada@example.org", "result": "telepathic", "risk": "cosmic", "last_seen": 1700000000}
                        """)))
                .validate("ada@example.org")
                .block());

        assertThat(validation.result()).isEqualTo(new Deliverability("telepathic"));
        assertThat(validation.risk()).isEqualTo(new AddressRisk("cosmic"));
        assertThat(validation.lastSeen()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(validation.reason()).isEmpty();
    }

    @Test
    void namesThatDifferInCaseAreDifferentNames() {
        InboxResultDetails details = requireNonNull(new InboxResultsApi(FakeTransport.answering(FakeResponse.json("""
                                {"result": {"Id": "1", "ID": "2", "kid": "3", "rid": "4", "RID": "5", "Subject": "no",
                                  "result_id": "6", "Result_Id": "7", "subject": "yes"}}
                                """))
                        .builderOfLenientClient()
                        .build())
                .get("6")
                .block());

        assertThat(details.result().recordId()).isEqualTo("4");
        assertThat(details.result().resultId()).isEqualTo("6");
        assertThat(details.result().subject()).isEqualTo("yes");
    }

    @Test
    void aPreviewThatIsNotReadySaysNothing() {
        Map<String, PreviewResult> results = requireNonNull(new PreviewTestsApi(answering(FakeResponse.json(
                        "{\"outlook16\": {}, \"iphone\": {\"id\": \"iphone\", \"status\": \"Complete\"}}")))
                .getResults("preview-1")
                .block());

        assertThat(results).containsOnlyKeys("outlook16", "iphone");
        assertThat(requireNonNull(results.get("outlook16")).status()).isNull();
        assertThat(requireNonNull(results.get("outlook16")).screenshots()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Message\": \"no such result\"}|no such result",
                "{\"error\": \"no such test\"}|no such test",
                "{\"error\": {\"name\": \"NotFound\", \"message\": \"no such preview\"}}|no such preview"
            })
    void errorsAreReadInTheirShapes(String body, String words) {
        StepVerifier.create(new InboxResultsApi(answering(FakeResponse.json(404, body))).get("6"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ErrorStatusException.class)
                        .hasMessageContaining(words));
    }

    @Test
    void addressesAndPeopleAreInNoText() {
        AddressValidation.Parts parts = new AddressValidation.Parts("ada", "example.org", "Ada");
        AddressValidation validation = new AddressValidation(
                "ada@example.org",
                "ada@example.com",
                null,
                false,
                false,
                List.of(),
                Deliverability.DELIVERABLE,
                AddressRisk.LOW,
                "ada@example.org",
                null,
                parts);
        InboxResult.SeedResult seed = new InboxResult.SeedResult(
                "ada@example.org", "example.net", "inbox", null, null, List.of(), null, null, null);
        InboxResult result = new InboxResult(
                "6", null, "ada@example.org", "Dear Ada", "ada@example.org", null, null, null, List.of(seed));

        assertThat(validation + " " + parts + " " + ValidationQuery.of("ada@example.org") + " " + seed + " "
                        + new InboxResultDetails(result))
                .doesNotContainIgnoringCase("ada");
    }

    private static MailgunClient answering(FakeResponse response) {
        return FakeTransport.answering(response).client();
    }
}
