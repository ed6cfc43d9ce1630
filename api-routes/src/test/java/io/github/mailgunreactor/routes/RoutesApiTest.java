package io.github.mailgunreactor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class RoutesApiTest {
    private static final String ROUTE = """
            {"id": "4f3bad23", "priority": 1, "description": "d", "expression": "match_recipient(\\"a\\")",
             "actions": ["stop()"], "created_at": "Wed, 15 Feb 2012 13:03:31 GMT"}
            """;

    @Test
    void aRouteIsWrittenAsTheManualWritesIt() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"route\": " + ROUTE + "}"));

        new RoutesApi(transport.client())
                .create(NewRoute.of(
                        RouteExpression.allOf(
                                RouteExpression.matchRecipient("^chris\\+(.*)@example.com$"),
                                RouteExpression.matchHeader("X-Mailgun-Sflag", "No")),
                        RouteAction.forward("https://myhost.com/messages/", "\\1@example.org"),
                        RouteAction.store("https://myhost.com/stored"),
                        RouteAction.stop()))
                .block();

        assertThat(transport.onlySent().form())
                .isEqualTo(Map.of(
                        "expression",
                        List.of("match_recipient(\"^chris\\+(.*)@example.com$\")"
                                + " and match_header(\"X-Mailgun-Sflag\", \"No\")"),
                        "action",
                        List.of(
                                "forward(\"https://myhost.com/messages/,\\1@example.org\")",
                                "store(notify=\"https://myhost.com/stored\")",
                                "stop()")));
    }

    @Test
    void anExpressionOrActionThatThisLibraryDoesNotKnowGoesAsItIs() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"id\": \"4f3bad23\"}"));

        new RoutesApi(transport.client())
                .change(
                        "4f3bad23",
                        RouteChange.none()
                                .expression(new RouteExpression("match_size('> 1MB')"))
                                .actions(new RouteAction("drop()")))
                .block();

        assertThat(transport.onlySent().form())
                .containsEntry("expression", List.of("match_size('> 1MB')"))
                .containsEntry("action", List.of("drop()"));
    }

    @Test
    void anAddressThatNoRouteIsForGivesNothing() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(404, "{\"message\": \"Route not found\"}"));

        StepVerifier.create(new RoutesApi(transport.client()).find("a+b@example.com"))
                .verifyComplete();
        assertThat(transport.onlySent().line()).isEqualTo("GET /v3/routes/match?address=a%2Bb%40example.com");
    }

    @Test
    void anotherErrorOfFindingIsOneWithoutTheAddress() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(400, "{\"message\": \"no\"}"));

        StepVerifier.create(new RoutesApi(transport.client()).find("ann@example.com"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ErrorStatusException.class)
                        .hasMessageContaining("GET /v3/routes/match")
                        .hasMessageNotContaining("ann"));
    }

    /** Recorded flat, documented inside of an object. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"route\": %s, \"message\": \"Route has been updated\"}"})
    void aChangedRouteIsReadFlatAndWrapped(String body) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(body.formatted(ROUTE)));

        StepVerifier.create(new RoutesApi(transport.client())
                        .change("4f3bad23", RouteChange.none().priority(1)))
                .assertNext(route -> {
                    assertThat(route.id()).isEqualTo("4f3bad23");
                    assertThat(route.expression()).isEqualTo(RouteExpression.matchRecipient("a"));
                    assertThat(route.actions()).containsExactly(RouteAction.stop());
                    assertThat(route.createdAt()).isEqualTo("2012-02-15T13:03:31Z");
                })
                .verifyComplete();
    }

    @Test
    void forwardsSendDottedNamesAndTheDomain() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));

        new ForwardsApi(transport.client())
                .create(
                        "example.com",
                        NewForward.of("sales")
                                .urls("https://a.example", "https://b.example")
                                .store(true))
                .block();

        assertThat(transport.onlySent().form())
                .isEqualTo(Map.of(
                        "match", List.of("sales"),
                        "forward.url", List.of("https://a.example", "https://b.example"),
                        "forward.store", List.of("true"),
                        "domain.name", List.of("example.com")));
    }

    @Test
    void aForwardMayBeShownWithoutAnything() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"forward\": {}}"));

        StepVerifier.create(new ForwardsApi(transport.client()).get("example.com", "f1"))
                .assertNext(forward ->
                        assertThat(forward.forward()).isEqualTo(new Forward.Destinations(List.of(), List.of(), null)))
                .verifyComplete();
    }

    @Test
    void forwardsShowNoAddress() {
        assertThat(List.of(
                                NewForward.of("ann@example.com").recipients("ann@example.com"),
                                ForwardChange.none().recipients("ann@example.com"),
                                new Forward.Destinations(List.of(), List.of("ann@example.com"), null))
                        .toString())
                .doesNotContain("ann");
    }

    @Test
    void refusesWhatMailgunHasNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewRoute.of(RouteExpression.catchAll()));
        assertThatIllegalArgumentException().isThrownBy(RouteExpression::allOf);
        assertThatIllegalArgumentException().isThrownBy(RouteAction::forward);
        assertThatIllegalArgumentException().isThrownBy(() -> RouteAction.forward("a@x.org,b@x.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> RouteAction.forward("a@x.org\r\nbcc"));
        assertThatIllegalArgumentException().isThrownBy(() -> RouteFilter.all().pageSize(1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewForward.of("sales").urls("1", "2", "3", "4"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForwardChange.none().recipients("1", "2", "3", "4", "5", "6"));
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without a null checker may do
    void refusesNullAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> new RoutesApi(null));
        assertThatNullPointerException().isThrownBy(() -> new ForwardsApi(null));
        assertThatNullPointerException().isThrownBy(() -> new RouteExpression(null));
        assertThatNullPointerException().isThrownBy(() -> RouteAction.store(null));
    }
}
