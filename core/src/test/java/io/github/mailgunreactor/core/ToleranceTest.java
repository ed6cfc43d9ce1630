package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.observation.UnreadableItem;
import io.github.mailgunreactor.core.observation.UnreadableValue;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What one odd value in a response costs the caller, and who is told. */
class ToleranceTest {
    private static final Operation GET = Method.GET.path("/v1/samples/{id}", "id-secret");
    private static final Operation LIST = Method.GET.path("/v3/{domain}/samples", "example.com");
    private static final String ODD_ITEMS =
            "[{\"id\":\"1\"},{\"display_name\":\"no id\"},{\"id\":\"2\",\"created_at\":\"N/A\"},\"text\",{\"id\":\"3\"}]";

    private final List<UnreadableValue> told = new ArrayList<>();

    @Test
    void anOddValueIsAbsentAndItsPlaceIsToldOnce() {
        FakeTransport transport = answering("{\"id\":\"1\",\"count\":\"1,234\",\"parent\":[],\"children\":{}}");
        MailgunClient client = lenient(transport);

        for (int i = 0; i < 3; i++) {
            Response<Sample> response = Objects.requireNonNull(client.inRegion(Region.EU)
                    .exchange(GET.asJson(Sample.class))
                    .block());
            assertThat(response.value()).isEqualTo(Sample.named("1"));
            assertThat(response.unreadableFields()).containsExactly("count", "parent", "children.id", "children");
            assertThat(response.unreadableItems()).isEmpty();
        }

        assertThat(told)
                .extracting(UnreadableValue::field)
                .containsExactly("count", "parent", "children.id", "children");
        assertThat(told.get(0).operation()).hasToString("GET /v1/samples/{id}");
        assertThat(told.get(0).region()).isEqualTo(Region.EU);
    }

    @Test
    void aGoodResponseTellsNothing() {
        Response<Sample> response = Objects.requireNonNull(lenient(answering("{\"id\":\"1\",\"created_at\":\"\"}"))
                .exchange(GET.asJson(Sample.class))
                .block());

        assertThat(response.unreadableFields()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whatAListenerThrowsChangesNothingAndTheNextOneIsTold() {
        MailgunClient client = answering("{\"id\":\"1\",\"count\":{}}")
                .builderOfLenientClient()
                .unreadableValueListener(value -> {
                    throw new LinkageError("of a logger");
                })
                .unreadableValueListener(told::add)
                .build();

        StepVerifier.create(client.send(GET.asJson(Sample.class)))
                .expectNext(Sample.named("1"))
                .expectComplete()
                .verifyThenAssertThat()
                .hasDroppedErrorWithMessage("of a logger");
        assertThat(told).hasSize(1);
    }

    @Test
    void strictModeFailsOnIt() {
        for (String odd : List.of(
                "\"count\":\"1,234\"",
                "\"count\":1.5",
                "\"parent\":[]",
                "\"children\":\"\"",
                "\"created_at\":0",
                "\"active\":2",
                "\"color\":{}")) {
            StepVerifier.create(answering("{\"id\":\"1\"," + odd + "}").client().send(GET.asJson(Sample.class)))
                    .verifyErrorMessage("GET /v1/samples/{id}: the response with status 200 cannot be used:"
                            + " a value that is missing or of another type than expected at "
                            + odd.substring(1, odd.indexOf('"', 1)));
        }
    }

    @Test
    void aListingGivesTheItemsBeforeAnUnreadableOneAndThenFails() {
        StepVerifier.create(lenient(answering("{\"items\":" + ODD_ITEMS + "}"))
                        .list(LIST.listing(Sample.class, NextPage.url())))
                .expectNext(Sample.named("1"))
                .verifyErrorMessage("GET /v3/{domain}/samples: the response with status 200 cannot be used:"
                        + " an item is without what identifies it, or that cannot be read, at items[].id");
    }

    @Test
    void aListingPassesOverUnreadableItemsWhereItsReaderChoseSo() {
        StepVerifier.create(lenient(answering("{\"items\":" + ODD_ITEMS + "}"))
                        .list(LIST.listing(Sample.class, NextPage.url()))
                        .onUnreadableItem(OnUnreadableItem.PASS_OVER))
                .expectNext(Sample.named("1"), Sample.named("2"), Sample.named("3"))
                .verifyComplete();

        assertThat(told)
                .extracting(UnreadableValue::field)
                .containsExactly("items[].id", "items[].created_at", "items[]");
    }

    @Test
    void aPageSaysWhichOfItsItemsCouldNotBeRead() {
        Page<Sample, Listing<Sample>> page = Objects.requireNonNull(lenient(answering("{\"items\":" + ODD_ITEMS + "}"))
                .list(LIST.listing(Sample.class, NextPage.url()))
                .pages()
                .blockFirst());

        assertThat(page.items()).containsExactly(Sample.named("1"), Sample.named("2"), Sample.named("3"));
        assertThat(page.unreadableItems())
                .containsExactly(new UnreadableItem(1, "items[].id"), new UnreadableItem(2, "items[]"));
    }

    @Test
    void aListingPassesOverUnreadableItemsWhereTheClientDoes() {
        MailgunClient passingOver = answering("{\"items\":" + ODD_ITEMS + "}")
                .builderOfLenientClient()
                .onUnreadableItem(OnUnreadableItem.PASS_OVER)
                .build();

        StepVerifier.create(passingOver.list(LIST.listing(Sample.class, NextPage.url())))
                .expectNext(Sample.named("1"), Sample.named("2"), Sample.named("3"))
                .verifyComplete();
    }

    @Test
    void aPageOfUnreadableItemsAloneIsNotTheLast() {
        FakeTransport transport = FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json(
                switch (request.target()) {
                    case "/v3/example.com/samples" -> "{\"total_count\":3,\"items\":[{},{}]}";
                    case "/v3/example.com/samples?skip=2" -> "{\"total_count\":3,\"items\":[{\"id\":\"3\"}]}";
                    default -> "{\"items\":[]}";
                })));

        StepVerifier.create(lenient(transport)
                        .list(LIST.listing(Sample.class, NextPage.skip()))
                        .onUnreadableItem(OnUnreadableItem.PASS_OVER))
                .expectNext(Sample.named("3"))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next\":\"N/A\"}",
                "{\"next\":\"https://evil.example/v3/x\"}",
                "{\"next\":\"https://api.mailgun.net/v3/a b\"}",
                "{\"next\":{}}",
                "{\"next\":[]}",
                "{\"next\":7}",
                "[]",
                "\"N/A\""
            })
    void aNextPageThatCannotBeAskedForFailsAfterTheItems(String paging) {
        StepVerifier.create(lenient(answering("{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"paging\":" + paging + "}"))
                        .list(LIST.listing(Sample.class, NextPage.url())))
                .expectNext(Sample.named("1"), Sample.named("2"))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageContaining("its next page"));
    }

    record Tagged(String id, List<String> tags) {}

    @Test
    void anEmptyTextInThePlaceOfAListIsNoListOfAnEmptyText() {
        Response<Tagged> response = Objects.requireNonNull(lenient(answering("{\"id\":\"1\",\"tags\":\"\"}"))
                .exchange(GET.asJson(Tagged.class))
                .block());

        assertThat(response.value()).isEqualTo(new Tagged("1", List.of()));
        assertThat(response.unreadableFields()).containsExactly("tags");
    }

    /** A record of a change whose response may be thinner than it should be. */
    record Changed(@Nullable String message, @Nullable Long count) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"done\"", "true", "7"})
    void aChangeThatWasMadeIsNoErrorForWantOfAResponse(String body) {
        FakeTransport transport = answering(body);

        StepVerifier.create(lenient(transport)
                        .send(Method.POST.path("/v1/samples/{id}", "1").asJson(Changed.class)))
                .expectNext(new Changed(null, null))
                .verifyComplete();
        StepVerifier.create(lenient(transport).send(GET.asJson(Changed.class)))
                .verifyError(UnreadableResponseException.class);
        StepVerifier.create(lenient(transport)
                        .send(Method.POST.path("/v1/query").readOnly().asJson(Changed.class)))
                .verifyError(UnreadableResponseException.class);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'[]', (response)", "7, (response)"})
    void aChangeWhoseResponseIsNoObjectTellsOfItUnlessThereIsNone(String body, String unreadable) {
        Response<Changed> response = Objects.requireNonNull(lenient(answering(body))
                .exchange(Method.POST.path("/v1/samples/{id}", "1").asJson(Changed.class))
                .block());

        assertThat(String.join(",", response.unreadableFields())).isEqualTo(unreadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{\"message\":", "done"})
    void aResponseThatIsNotJsonIsAnErrorAlsoAfterAChange(String body) {
        StepVerifier.create(lenient(answering(body))
                        .send(Method.POST.path("/v1/samples/{id}", "1").asJson(Changed.class)))
                .verifyError(UnreadableResponseException.class);
    }

    private MailgunClient lenient(FakeTransport transport) {
        return transport
                .builderOfLenientClient()
                .unreadableValueListener(told::add)
                .build();
    }

    private static FakeTransport answering(String body) {
        return FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json(body)));
    }
}
