package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.ips.dynamic.DynamicIpPoolsApi;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolDomain;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolDomainFilter;
import io.github.mailgunreactor.ips.dynamic.DynamicPoolHistoryFilter;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class DynamicPoolPagingTest {

    @Test
    void followsTheCapitalisedUrlUntilAPageIsEmpty() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(page("{\"id\": \"1\", \"name\": \"a.example\"}", "two")),
                FakeResponse.json(page("{\"id\": \"2\", \"name\": \"b.example\"}", "three")),
                FakeResponse.json(page("", "three")));

        StepVerifier.create(new DynamicIpPoolsApi(transport.client())
                        .listDomains(DynamicPoolDomainFilter.all().pageSize(1))
                        .map(DynamicPoolDomain::name))
                .expectNext("a.example", "b.example")
                .verifyComplete();
        assertThat(transport.sent())
                .extracting(Object::toString)
                .containsExactly(
                        "GET /v1/dynamic_pools/domains?limit=1",
                        "GET /v1/dynamic_pools/domains?page=two",
                        "GET /v1/dynamic_pools/domains?page=three");
    }

    @Test
    void endsWhereThePagingIsEmpty() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\": [{\"id\": \"7\"}], \"total_items\": 1, \"paging\": {}}"));

        StepVerifier.create(new DynamicIpPoolsApi(transport.client())
                        .listMoves(DynamicPoolHistoryFilter.all())
                        .pages())
                .assertNext(page -> {
                    assertThat(page.body().total()).isEqualTo(1);
                    assertThat(page.next()).isNull();
                })
                .verifyComplete();
    }

    private static String page(String item, String next) {
        return """
                {"items": [%s], "total_items": 2,
                 "paging": {"First": "", "Previous": "", "Last": "",
                            "Next": "https://api.mailgun.net/v1/dynamic_pools/domains?page=%s"}}
                """.formatted(item, next);
    }
}
