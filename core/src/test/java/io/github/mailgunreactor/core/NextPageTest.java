package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Where the next page is asked for in the JSON of a request. */
class NextPageTest {
    private static final Operation QUERY = Method.POST.path("/v1/numbers").readOnly();
    private static final Params FILTER =
            Params.NONE.with("filter", "even").with("pagination", Params.NONE.with("limit", 2));

    @Test
    void countsOnInTheBodyAndLeavesTheRestOfItAsItIs() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\":[2,4],\"total_count\":3}"),
                FakeResponse.json("{\"items\":[6],\"total_count\":3}"));

        StepVerifier.create(transport.client().list(QUERY.json(FILTER).listing(Integer.class, NextPage.bodySkip())))
                .expectNext(2, 4, 6)
                .verifyComplete();

        assertThat(transport.sent())
                .extracting(SentRequest::body)
                .containsExactly(
                        "{\"filter\":\"even\",\"pagination\":{\"limit\":2}}",
                        "{\"filter\":\"even\",\"pagination\":{\"limit\":2,\"skip\":2}}");
    }

    @Test
    void countsOnInABodyOfItsOwnWhereTheRequestHasNone() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json("{\"items\":[2,4]}"), FakeResponse.json("{\"items\":[]}"));

        StepVerifier.create(transport.client().list(QUERY.listing(Integer.class, NextPage.bodySkip())))
                .expectNext(2, 4)
                .verifyComplete();

        assertThat(transport.sent()).extracting(SentRequest::body).containsExactly("", "{\"pagination\":{\"skip\":2}}");
    }

    @Test
    void goesOnInTheBodyFromATokenThatWasKept() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"items\":[6]}"));
        PagedFlux<Integer, Listing<Integer>> numbers =
                transport.client().list(QUERY.json(FILTER).listing(Integer.class, NextPage.bodyToken()));

        StepVerifier.create(numbers.startingAt("t-1")).expectNext(6).verifyComplete();

        assertThat(transport.onlySent().body())
                .isEqualTo("{\"filter\":\"even\",\"pagination\":{\"limit\":2,\"token\":\"t-1\"}}");
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.startingAt(" "));
    }

    @Test
    void failsWhereTheServerPassesOverTheCountInTheBody() {
        FakeTransport transport =
                FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json("{\"items\":[2,4]}")));

        StepVerifier.create(transport.client().list(QUERY.json(FILTER).listing(Integer.class, NextPage.bodySkip())))
                .expectNext(2, 4)
                .verifyErrorMessage("POST /v1/numbers: the response with status 200 cannot be used:"
                        + " its items are those of the page before");
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void followsFromNothingInAPageOfItemsAlone() {
        PageBody<Integer> page = () -> List.of(1);

        assertThat(page.total()).isNull();
        assertThat(page.paging()).isNull();
        assertThat(page.nextToken()).isNull();
    }
}
