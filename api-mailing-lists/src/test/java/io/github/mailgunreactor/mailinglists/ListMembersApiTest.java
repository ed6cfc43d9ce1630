package io.github.mailgunreactor.mailinglists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ListMembersApiTest {
    private static final String LIST = "news@example.com";
    private static final FakeResponse UPLOADING =
            FakeResponse.json("{\"task-id\": \"4321\", \"message\": \"Mailing list upload started in background\"}");

    private static Flux<NewListMember> members(int count) {
        return Flux.range(0, count).map(i -> NewListMember.of("user" + i + "@x.example"));
    }

    private static List<?> sentMembers(FakeTransport transport, int request) {
        String json = Objects.requireNonNull(
                        transport.sent().get(request).form().get("members"))
                .get(0);
        return (List<?>) Objects.requireNonNull(Json.readAny(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void addsAQuarterOfAMillionWithTheFewestRequestsThatCanBeAndLosesOnlyTheBatchThatFailed() {
        AtomicInteger number = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                number.incrementAndGet() == 100 ? FakeResponse.json(400, "{\"message\": \"no\"}") : UPLOADING));

        List<BatchResult<NewListMember, ListUpload>> results =
                Objects.requireNonNull(new ListMembersApi(transport.client())
                        .addAll(LIST, members(250_000), OnPresentMember.UPDATE)
                        .collectList()
                        .block());

        assertThat(transport.sent()).hasSize(250);
        assertThat(results.stream().filter(BatchResult::failed)).singleElement().satisfies(failed -> {
            assertThat(failed.items()).hasSize(1000);
            assertThat(failed.error()).isInstanceOf(ErrorStatusException.class);
        });
        Set<NewListMember> reported = new HashSet<>();
        results.forEach(result -> reported.addAll(result.items()));
        assertThat(reported).hasSize(250_000);
    }

    @Test
    void sendsManyAsJsonInTheTextOfAField() {
        FakeTransport transport = FakeTransport.answering(UPLOADING);

        ListUpload upload = Objects.requireNonNull(new ListMembersApi(transport.client())
                .addAll(
                        LIST,
                        List.of(
                                NewListMember.of("ann@example.com")
                                        .name("Ann \"A.\" Müller")
                                        .vars(Map.of("cities", List.of("Ulm", "Köln")))
                                        .subscribed(false),
                                NewListMember.of("bob@example.com")),
                        OnPresentMember.KEEP)
                .block());

        List<?> sent = sentMembers(transport, 0);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0))
                .isEqualTo(Map.of(
                        "address",
                        "ann@example.com",
                        "name",
                        "Ann \"A.\" Müller",
                        "vars",
                        Map.of("cities", List.of("Ulm", "Köln")),
                        "subscribed",
                        false));
        assertThat(sent.get(1)).isEqualTo(Map.of("address", "bob@example.com"));
        assertThat(upload.taskId()).isEqualTo("4321");
    }

    @Test
    void cutsRequestsAsSmallAsItsCallerSays() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(UPLOADING));

        StepVerifier.create(new ListMembersApi(transport.client())
                        .addAll(
                                LIST,
                                members(250),
                                OnPresentMember.KEEP,
                                Batching.defaults().maxItems(100)))
                .expectNextCount(3)
                .verifyComplete();

        assertThat(sentMembers(transport, 0)).hasSize(100);
        assertThat(sentMembers(transport, 2)).hasSize(50);
    }

    @Test
    void refusesAListThatIsEmptyOrTooLong() {
        ListMembersApi api =
                new ListMembersApi(FakeTransport.answering(UPLOADING).client());
        List<NewListMember> tooLong =
                Objects.requireNonNull(members(1001).collectList().block());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.addAll(LIST, List.of(), OnPresentMember.KEEP))
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException().isThrownBy(() -> api.addAll(LIST, tooLong, OnPresentMember.KEEP));
        assertThatIllegalArgumentException().isThrownBy(() -> api.addAll(" ", members(1), OnPresentMember.KEEP));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b@example.com, a%2Bb%40example.com",
        "a/b@example.com, a%2Fb%40example.com",
        "$a?b#c@example.com, %24a%3Fb%23c%40example.com",
        "pages, pages",
        "jörg@müller.example, j%C3%B6rg%40m%C3%BCller.example",
    })
    void putsEveryAddressIntoOneSegmentOfThePath(String address, String segment) {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"member\": {\"address\": \"x\"}, \"message\": \"removed\"}"));

        new ListMembersApi(transport.client()).remove(address, address).block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/lists/" + segment + "/members/" + segment);
    }

    @Test
    void repeatsNoAdditionThatMayHaveArrived() {
        FakeTransport transport =
                FakeTransport.answering(request -> Mono.just(FakeResponse.json(500, "{\"message\": \"oops\"}")));

        StepVerifier.create(new ListMembersApi(transport.client())
                        .add(LIST, NewListMember.of("ann@example.com"), OnPresentMember.KEEP))
                .verifyError(ErrorStatusException.class);

        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void readsAMemberWhoseVariablesAreNull() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"member\": {\"address\": \"ann@example.com\", \"vars\": null, \"name\": null}}"));

        StepVerifier.create(new ListMembersApi(transport.client()).get(LIST, "ann@example.com"))
                .assertNext(details -> {
                    assertThat(details.member().vars()).isNull();
                    assertThat(details.member().subscribed()).isNull();
                })
                .verifyComplete();
    }

    @Test
    void showsNobodyInTextsOfErrorsAndValues() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json(404, "{\"message\": \"Member of mailing list not found\"}"));
        NewListMember ann = NewListMember.of("ann@example.com").name("Ann").vars(Map.of("city", "Ulm"));

        StepVerifier.create(new ListMembersApi(transport.client()).get(LIST, "ann@example.com"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasMessageContaining("GET /v3/lists/{list_address}/members/{member_address}")
                        .hasMessageNotContaining("ann@"));
        assertThat(List.of(
                                ann,
                                ListMemberChange.none().address("ann@example.com"),
                                ListMemberFilter.all().after("ann@example.com"),
                                CountedMemberFilter.all().address("ann@example.com"),
                                new ListMember("ann@example.com", "Ann", Map.of("city", "Ulm"), true),
                                new ListMemberDetails(new ListMember("ann@example.com", "Ann", null, true), "done"),
                                new BatchResult<>(List.of(ann), new ListUpload(null, null, "done"), null))
                        .toString())
                .doesNotContainIgnoringCase("ann")
                .doesNotContain("Ulm");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without a null checker may do
    void refusesNullAtTheCall() {
        ListMembersApi api =
                new ListMembersApi(FakeTransport.answering(UPLOADING).client());

        assertThatNullPointerException().isThrownBy(() -> new ListMembersApi(null));
        assertThatNullPointerException().isThrownBy(() -> api.add(LIST, null, OnPresentMember.KEEP));
        assertThatNullPointerException()
                .isThrownBy(() -> api.addAll(LIST, (Flux<NewListMember>) null, OnPresentMember.KEEP));
        assertThatNullPointerException().isThrownBy(() -> api.list(LIST, null));
    }
}
