package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Where a listing ends or fails, as its server would lead it on forever. */
class PagedFluxEndTest {
    private static final Operation LIST =
            Method.GET.path("/v3/{domain}/numbers", "example.com").query("limit", 2);

    @Test
    void countsOnWithoutOverflow() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json("{\"items\":[1,2]}"), FakeResponse.json("{\"items\":[]}"));

        StepVerifier.create(transport
                        .client()
                        .list(LIST.query("skip", Long.MAX_VALUE - 1).listing(Integer.class, NextPage.skip())))
                .expectNext(1, 2)
                .verifyComplete();
    }

    @Test
    void failsWhereACountCanGoNoFurther() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"items\":[1,2]}"));

        StepVerifier.create(transport
                        .client()
                        .list(LIST.query("skip", Long.MAX_VALUE).listing(Integer.class, NextPage.skip())))
                .expectNext(1, 2)
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its next page is the page itself");
    }

    @Test
    void failsWhereAPageLeadsToItself() {
        String url = "https://api.mailgun.net/v3/example.com/numbers?page=2";
        FakeTransport transport = FakeTransport.answering(page("[1]", url), page("[2]", url));

        StepVerifier.create(numbers(transport))
                .expectNext(1, 2)
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its next page is the page itself");
    }

    @Test
    void failsWhereATokenLeadsToThePageItCameFrom() {
        FakeTransport transport =
                FakeTransport.answering((SentRequest request) -> Mono.just(tokenPage("[1]", "\"again\"")));

        StepVerifier.create(transport.client().list(byToken()))
                .expectNext(1, 1)
                .verifyError(UnreadableResponseException.class);
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void failsWherePagesGoInACircle() {
        String url = "https://api.mailgun.net/v3/example.com/numbers?page=";
        FakeTransport transport = FakeTransport.answering((SentRequest request) -> {
            int page = Integer.parseInt(
                    request.query().getOrDefault("page", List.of("0")).get(0));
            return Mono.just(page("[1]", url + (page + 1) % 5));
        });

        StepVerifier.create(numbers(transport).count())
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its pages go in a circle");
        assertThat(transport.sent()).hasSizeLessThan(20);
    }

    @Test
    void failsInACircleThatTheFirstPageIsNotPartOf() {
        String list = "/v3/example.com/numbers";
        FakeTransport transport = FakeTransport.answering((SentRequest request) -> Mono.just(
                switch (request.target()) {
                    case "/v3/example.com/numbers?limit=2" -> page("[1]", list + "?page=a");
                    case "/v3/example.com/numbers?page=a" -> page("[2]", list + "?page=b");
                    case "/v3/example.com/numbers?page=b" -> page("[3]", list + "?page=c");
                    default -> page("[4]", list + "?page=b");
                }));

        StepVerifier.create(numbers(transport).take(1000).count())
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its pages go in a circle");
        assertThat(transport.sent()).hasSizeLessThan(10);
    }

    @Test
    void failsWhereTheServerPassesOverTheCountAndGivesTheSamePageForever() {
        FakeTransport transport =
                FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json("{\"items\":[1,2]}")));

        StepVerifier.create(transport.client().list(LIST.listing(Integer.class, NextPage.skip())))
                .expectNext(1, 2)
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its items are those of the page before");
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void failsAtATokenThatCannotBeSent() {
        FakeTransport transport = FakeTransport.answering(tokenPage("[1]", "\"a\\nb\""));

        StepVerifier.create(transport.client().list(byToken()))
                .expectNext(1)
                .verifyError(UnreadableResponseException.class);
    }

    @Test
    void endsWithAnEmptyPageWhateverItLeadsTo() {
        StepVerifier.create(numbers(FakeTransport.answering(page("[]", "https://evil.example/"))))
                .verifyComplete();
        StepVerifier.create(FakeTransport.answering(tokenPage("[]", "\"more\""))
                        .client()
                        .list(byToken()))
                .verifyComplete();
    }

    private static PagedFlux<Integer, Listing<Integer>> numbers(FakeTransport transport) {
        return transport.client().list(LIST.listing(Integer.class, NextPage.url()));
    }

    private static PagedRequest<Integer, Numbers> byToken() {
        return Method.POST.path("/v1/logs").json(Params.NONE).pages(Numbers.class, NextPage.bodyToken());
    }

    private static FakeResponse page(String items, String next) {
        return FakeResponse.json("{\"items\":" + items + ",\"paging\":{\"next\":\"" + next + "\"}}");
    }

    private static FakeResponse tokenPage(String items, String next) {
        return FakeResponse.json("{\"items\":" + items + ",\"pagination\":{\"next\":" + next + "}}");
    }
}
