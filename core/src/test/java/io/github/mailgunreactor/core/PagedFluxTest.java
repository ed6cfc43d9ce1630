package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class PagedFluxTest {
    private static final Operation LIST =
            Method.GET.path("/v3/{domain}/numbers", "example.com").query("limit", 2);

    @Test
    void followsAPageUrlWithItsPathAndQueryAlone() {
        FakeTransport transport = FakeTransport.answering(
                page(
                        "[1]",
                        "https://storage-us-east4.api.mailgun.net/v3/example.com/numbers?page=next&address=a%2Bb%40x"),
                page("[]", "https://api.mailgun.net/v3/example.com/numbers?page=next&address=a%2Bb%40x"));

        StepVerifier.create(numbers(transport)).expectNext(1).verifyComplete();

        assertThat(transport.sent())
                .extracting(SentRequest::line)
                .containsExactly(
                        "GET /v3/example.com/numbers?limit=2",
                        "GET /v3/example.com/numbers?page=next&address=a%2Bb%40x");
        assertThat(transport.sent()).extracting(SentRequest::region).containsOnly(Region.US);
        assertThat(transport.sent()).extracting(SentRequest::template).containsOnly("/v3/{domain}/numbers");
    }

    @Test
    void readsPageUrlsWithCapitalsAndWithoutAHost() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(
                        "{\"items\":[1],\"paging\":{\"Next\":\"/v1/numbers?page=2\",\"prev\":\"/v1/numbers\"}}"),
                FakeResponse.json("{\"items\":[2],\"paging\":{\"next\":\"\"}}"));

        StepVerifier.create(numbers(transport)).expectNext(1, 2).verifyComplete();
    }

    @Test
    void doesNotRepeatThePathOfAGatewayThatPageUrlsName() {
        FakeTransport transport = FakeTransport.answering(
                page("[1]", "http://gateway.example/mailgun/v3/example.com/numbers?page=2"),
                page("[2]", "https://api.mailgun.net/v3/example.com/numbers?page=3"),
                page("[]", ""));
        Region gateway = Region.at("http://gateway.example/mailgun/");

        StepVerifier.create(transport.client().inRegion(gateway).list(LIST.listing(Integer.class, NextPage.url())))
                .expectNext(1, 2)
                .verifyComplete();

        assertThat(transport.sent())
                .extracting(SentRequest::target)
                .containsExactly(
                        "/v3/example.com/numbers?limit=2",
                        "/v3/example.com/numbers?page=2",
                        "/v3/example.com/numbers?page=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v3/example.com/numbers?page=2",
                "https://mailgun.net.evil.example/v3/x",
                "https://evilmailgun.net/v3/x",
                "https://api.mailgun.net:x@evil.example/v3/x",
                "https://user@api.mailgun.net/v3/x",
                "//evil.example/v3/x",
                "https://api.mailgun.net//evil.example/x",
                "https://api.mailgun.net",
                "https://evil_host/v3/x",
                "v3/x",
                "https://api.mailgun.net/v3/a b",
                "https://api.mailgun.net/v3/a\\r\\nX-Other: b",
                "https://api.mailgun.net/v3/\u00e9",
                "mailto:x@api.mailgun.net",
                "N/A",
                "ftp://api.mailgun.net/v3/example.com/numbers?page=2",
                "file:/v3/example.com/numbers?page=2",
                "file:///v3/example.com/numbers?page=2",
                "https://api.mailgun.net/v3/example.com/bounces?page=2",
                "https://api.mailgun.net/v3/example.com/../numbers?page=2",
                "https://api.mailgun.net/v3/example.com/%2e%2E/numbers?page=2",
                "https://api.mailgun.net/v3/example.com/numbers/..?page=2",
                "https://api.mailgun.net/v3/example.com/numbers/x?page=2",
                "https://api.mailgun.net/v3/example.com/numbers?page=2#x",
                "https://api.mailgun.net/v3/example.com/numbers?page=\u00e9",
                ":"
            })
    void sendsNothingToAPageUrlThatIsNotItsOwnAndGivesTheItemsFirst(String next) {
        FakeTransport transport = FakeTransport.answering(page("[1,2]", next));

        StepVerifier.create(numbers(transport)).expectNext(1, 2).verifyErrorSatisfies(failure -> {
            UnreadableResponseException unreadable = (UnreadableResponseException) failure;
            assertThat(unreadable.status()).isEqualTo(200);
            assertThat(unreadable.operationName()).isEqualTo("GET /v3/{domain}/numbers");
            assertThat(unreadable.getMessage())
                    .matches(".*its next page is (not a URL|on a foreign host|of another list)");
        });

        assertThat(transport.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../admin?page=2", "/mailgun/../admin", "/mailgun//evil.example/x", "/admin"})
    void staysWithinThePrefixOfAGateway(String next) {
        FakeTransport transport = FakeTransport.answering(page("[1]", "http://gateway.example" + next));
        Region gateway = Region.at("http://gateway.example/mailgun");

        StepVerifier.create(transport.client().inRegion(gateway).list(LIST.listing(Integer.class, NextPage.url())))
                .expectNext(1)
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its next page is of another list");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void asksItsOwnPathWhateverPathThePageUrlHas() {
        FakeTransport transport = FakeTransport.answering(
                page("[1]", "https://api.mailgun.net/numbers?page=2"),
                page("[2]", "https://api.mailgun.net/v3/tenant-b.com/numbers?page=3"),
                page("[]", ""));

        StepVerifier.create(numbers(transport)).expectNext(1, 2).verifyComplete();

        assertThat(transport.sent())
                .extracting(SentRequest::target)
                .containsExactly(
                        "/v3/example.com/numbers?limit=2",
                        "/v3/example.com/numbers?page=2",
                        "/v3/example.com/numbers?page=3");
    }

    @Test
    void followsATokenThatIsOneMoreSegmentOfThePath() {
        FakeTransport transport = FakeTransport.answering(
                page("[1]", "https://api.mailgun.net/v3/example.com/numbers/W3siYiI6=="),
                page("[2]", "https://api.mailgun.net/v3/EXAMPLE.COM/numbers/W3si%2FYiJ9%3D"),
                page("[]", "https://api.mailgun.net/v3/example.com/numbers/last"));

        StepVerifier.create(transport.client().list(LIST.listing(Integer.class, NextPage.tokenUrl())))
                .expectNext(1, 2)
                .verifyComplete();

        assertThat(transport.sent())
                .extracting(SentRequest::target)
                .containsExactly(
                        "/v3/example.com/numbers?limit=2",
                        "/v3/example.com/numbers/W3siYiI6==",
                        "/v3/example.com/numbers/W3si%2FYiJ9%3D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/~", "/%21", "/%7E", "/a?limit=2"})
    void takesATokenOfAnyVisibleCharacters(String token) {
        String path = "/v3/example.com/numbers" + token;
        FakeTransport transport =
                FakeTransport.answering(page("[1]", "https://api.mailgun.net" + path), page("[]", ""), page("[2]", ""));
        PagedFlux<Integer, Listing<Integer>> numbers =
                transport.client().list(LIST.listing(Integer.class, NextPage.tokenUrl()));

        StepVerifier.create(numbers).expectNext(1).verifyComplete();
        StepVerifier.create(numbers.startingAt(path)).expectNext(2).verifyComplete();

        assertThat(transport.sent().get(1).target()).isEqualTo(path);
        assertThat(transport.sent().get(2).target()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/..",
                "/.",
                "/%2e%2e",
                "/a/b",
                "/..%2Fbounces",
                "/a%2F..%2F..%2F..%2Ftenant-b.com%2Fnumbers",
                "/..%5Cbounces",
                "/%252e%252e",
                "/..;x",
                "/%00",
                "/a%20b",
                "/a%7Fb",
                "/a%0d%0ab"
            })
    void refusesATokenThatCouldLeadElsewhere(String token) {
        String path = "/v3/example.com/numbers" + token;
        PagedRequest<Integer, Listing<Integer>> request = LIST.listing(Integer.class, NextPage.tokenUrl());
        FakeTransport transport = FakeTransport.answering(page("[1]", "https://api.mailgun.net" + path));

        StepVerifier.create(transport.client().list(request))
                .expectNext(1)
                .verifyErrorMessage("GET /v3/{domain}/numbers: the response with status 200 cannot be used:"
                        + " its next page is of another list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.client().list(request).startingAt(path))
                .withMessage("cursor must be one that a page of this listing gave");
    }

    @Test
    void givesAListThatComesAtOnceAsOnePage() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"items\":[1,2],\"total_count\":9}"));
        PagedFlux<Integer, Numbers> whole = transport.client().list(LIST.pages(Numbers.class, NextPage.none()));

        StepVerifier.create(whole.pages())
                .assertNext(page -> {
                    assertThat(page.items()).containsExactly(1, 2);
                    assertThat(page.next()).isNull();
                    assertThat(page.body().total()).isEqualTo(9);
                })
                .verifyComplete();
        assertThat(transport.sent()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.startingAt("2"))
                .withMessage("cursor must not be given: this listing has one page");
    }

    @Test
    void countsOnFromASkipThatTheCallerSet() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\":[11,12],\"total_count\":13}"),
                FakeResponse.json("{\"items\":[13],\"total_count\":13}"));
        Operation fromTen = LIST.query(SampleParams.named("n").with("skip", "10"));

        StepVerifier.create(transport.client().list(fromTen.listing(Integer.class, NextPage.skip())))
                .expectNext(11, 12, 13)
                .verifyComplete();

        assertThat(transport.sent())
                .extracting(sent -> sent.query().get("skip"))
                .containsExactly(List.of("10"), List.of("12"));
    }

    @Test
    void failsAtAPageWithoutItems() {
        StepVerifier.create(numbers(FakeTransport.answering(FakeResponse.json("{\"total_count\":3}"))))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageContaining("at items"));
    }

    @Test
    void readsNullForItemsAsNone() {
        StepVerifier.create(numbers(FakeTransport.answering(FakeResponse.json("{\"items\":null}"))))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v3/x",
                "//evil.example/x",
                "https://evil.example/x",
                "evil.example:/x",
                "/a b",
                "/v3/tenant-b.com/numbers",
                "/v3/example.com/../tenant-b.com/numbers",
                "/v3/example.com/numbers/../../tenant-b.com/numbers",
                "/v3/example.com/%2e%2e/numbers",
                "/v3/example.com/numbers/x",
                "/v3/example.com/numbers2?page=2",
                "/v3/example.com/numbers?a#b",
                "/v3/example.com/numbers?page=\u00e9"
            })
    void refusesACursorThatNoPageGave(String cursor) {
        PagedFlux<Integer, Listing<Integer>> byUrl = numbers(FakeTransport.answering());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> byUrl.startingAt(cursor))
                .withMessage("cursor must be one that a page of this listing gave");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "1.5", "99999999999999999999"})
    void refusesACursorThatIsNoNumberWhereItMustBe(String cursor) {
        PagedFlux<Integer, Listing<Integer>> bySkip =
                FakeTransport.answering().client().list(LIST.listing(Integer.class, NextPage.skip()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bySkip.startingAt(cursor))
                .withMessageStartingWith("cursor must be ");
    }

    @Test
    void givesEachPageWithItsAnswerAndCursor() {
        FakeTransport transport = FakeTransport.answering(
                page("[1]", "https://api.mailgun.net/v3/example.com/numbers?page=2")
                        .withHeader("X-Request-Remaining", "9"),
                page("[2]", ""));

        StepVerifier.create(numbers(transport).pages())
                .assertNext(page -> {
                    assertThat(page.items()).containsExactly(1);
                    assertThat(page.next()).isEqualTo("/v3/example.com/numbers?page=2");
                    assertThat(page.response().rateLimits().requests()).isEqualTo(new RateLimit(null, 9L, null));
                })
                .assertNext(page -> {
                    assertThat(page.items()).containsExactly(2);
                    assertThat(page.next()).isNull();
                })
                .verifyComplete();
    }

    private static PagedFlux<Integer, Listing<Integer>> numbers(FakeTransport transport) {
        return transport.client().list(LIST.listing(Integer.class, NextPage.url()));
    }

    private static FakeResponse page(String items, String next) {
        return FakeResponse.json("{\"items\":" + items + ",\"paging\":{\"next\":\"" + next + "\"}}");
    }
}
