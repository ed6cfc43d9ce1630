package io.github.mailgunreactor.suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Stands for the other lists too, which differ from bounces in their fields only. */
class BouncesApiTest {
    /** Pages of a thousand without end, each named by the number in its link. */
    private final FakeTransport endless = FakeTransport.answering(request -> {
        int number = Integer.parseInt(
                request.query().getOrDefault("address", List.of("0")).get(0));
        String items = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"address\": \"p" + number + "-" + i + "@example.com\"}")
                .collect(Collectors.joining(","));
        return Mono.just(FakeResponse.json("{\"items\": [" + items + "], \"paging\": {\"next\":"
                + " \"https://api.mailgun.net/v3/example.com/bounces?page=next&address=" + (number + 1)
                + "&limit=1000\"}}"));
    });

    private final BouncesApi bounces = new BouncesApi(endless.client());

    @Test
    void sendsOneRequestForTheFirstTen() {
        StepVerifier.create(bounces.list("example.com").take(10))
                .expectNextCount(10)
                .verifyComplete();

        assertThat(endless.onlySent().line()).isEqualTo("GET /v3/example.com/bounces?limit=1000");
    }

    @Test
    void sendsNoFourthRequestWhenItIsCancelledInTheMiddleOfTheThirdPage() {
        StepVerifier.create(bounces.list("example.com"), 0)
                .thenRequest(2500)
                .expectNextCount(2500)
                .thenCancel()
                .verify();

        assertThat(endless.sent()).hasSize(3);
    }

    @Test
    void sendsNoFourthRequestEvenForASubscriberThatDemandsEverything() {
        StepVerifier.create(bounces.list("example.com")
                        .takeUntil(bounce -> bounce.address().equals("p2-500@example.com")))
                .expectNextCount(2501)
                .verifyComplete();

        assertThat(endless.sent()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ".", ".."})
    void neverTakesAnAddressThatWouldVanishFromThePath(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> bounces.delete("example.com", address));
        assertThatIllegalArgumentException().isThrownBy(() -> bounces.get("example.com", address));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintsApi(endless.client()).delete("example.com", address));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnsubscribesApi(endless.client()).delete("example.com", address));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowlistApi(endless.client()).delete("example.com", address));
        assertThat(endless.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a+b@example.com, a%2Bb%40example.com",
        "50%off@example.com, 50%25off%40example.com",
        "a/b@example.com, a%2Fb%40example.com",
        "$a?b#c@example.com, %24a%3Fb%23c%40example.com",
        "o'hara@example.com, o%27hara%40example.com",
        "jörg@müller.example, j%C3%B6rg%40m%C3%BCller.example",
        "../../domains@example.com, ..%2F..%2Fdomains%40example.com",
    })
    void putsEveryAddressIntoOneSegmentOfThePath(String address, String segment) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"message\": \"removed\"}"));

        new BouncesApi(transport.client()).delete("example.com", address).block();

        assertThat(transport.onlySent().line()).isEqualTo("DELETE /v3/example.com/bounces/" + segment);
    }

    @Test
    void readsACodeThatIsANumber() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"address\": \"a@example.com\", \"code\": 550, \"created_at\": \"\"}"));

        StepVerifier.create(new BouncesApi(transport.client()).get("example.com", "a@example.com"))
                .assertNext(bounce -> {
                    assertThat(bounce.code()).isEqualTo("550");
                    assertThat(bounce.createdAt()).isNull();
                })
                .verifyComplete();
    }

    @Test
    void tellsThatAnAddressDidNotBounce() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(404, "{\"message\": \"Address not found in bounces table\"}"));

        StepVerifier.create(new BouncesApi(transport.client()).get("example.com", "ann@example.com"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorStatusException.class,
                                status -> assertThat(status.isNotFound()).isTrue())
                        .hasMessageContaining("GET /v3/{domain}/bounces/{address}")
                        .hasMessageNotContaining("ann"));
    }

    @Test
    void importsContentThatIsProducedWhileItIsSent() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json(202, "{\"message\": \"file uploaded successfully\"}"));
        Part file = Part.publisher(
                "bounces.csv",
                () -> Flux.just("address\n", "a@example.com\n")
                        .map(line -> ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8))));

        new BouncesApi(transport.client()).importCsv("example.com", file).block();

        assertThat(transport.onlySent().form()).isEqualTo(Map.of("file", List.of("address\na@example.com\n")));
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without a null checker may do
    void refusesNullAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> new BouncesApi(null));
        assertThatNullPointerException().isThrownBy(() -> bounces.get("example.com", null));
        assertThatNullPointerException().isThrownBy(() -> bounces.add("example.com", null));
        assertThatNullPointerException()
                .isThrownBy(() -> bounces.importCsv("example.com", null))
                .withMessage("file must not be null");
    }
}
