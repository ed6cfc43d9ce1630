package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RoutedClientTest {
    private static final RegionRouter EUROPEAN = domain -> Mono.just(domain.endsWith(".eu") ? Region.EU : Region.US);
    private static final Operation LIMITS = Method.GET.path("/v1/limits");

    private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(FakeResponse.json("{}")));
    private final MailgunClient mailgun = transport.client();

    @Test
    void asksTheRouterThatTheViewWasMadeWith() {
        send(mailgun.routedBy(EUROPEAN), Method.GET.path("/v3/{domain}/bounces", "shop.eu"));

        assertThat(transport.onlySent().region()).isEqualTo(Region.EU);
    }

    @Test
    void leavesTheClientThatTheViewWasMadeOfAlone() {
        mailgun.routedBy(EUROPEAN);

        send(mailgun, Method.GET.path("/v3/{domain}/bounces", "shop.eu"));

        assertThat(transport.onlySent().region()).isEqualTo(Region.US);
    }

    @Test
    void keepsTheSubaccountInTheRoutedView() {
        send(mailgun.onBehalfOf("sub").routedBy(EUROPEAN), LIMITS);

        assertThat(transport.onlySent().headers().first("X-Mailgun-On-Behalf-Of"))
                .isEqualTo("sub");
    }

    @Test
    void asksTheRouterForTheSubaccountThatTheCallIsMadeFor() {
        RegionRouter bySubaccount = new RegionRouter() {
            @Override
            public Mono<Region> regionOf(String domain) {
                return Mono.just(Region.US);
            }

            @Override
            public Mono<Region> regionOf(String domain, @Nullable String subaccount) {
                return "sub".equals(subaccount) ? Mono.just(Region.EU) : regionOf(domain);
            }
        };

        send(mailgun.routedBy(bySubaccount).onBehalfOf("sub"), Method.GET.path("/v3/{domain}/bounces", "shop.com"));

        assertThat(transport.onlySent().region()).isEqualTo(Region.EU);
    }

    @Test
    void asksNobodyWhereDomainsAreKnown() {
        RegionRouter router = RegionRouter.of(Map.of("Shop.EU", Region.EU), Region.US);

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.EU);
        assertThat(router.regionOf("SHOP.eu", "sub").block()).isEqualTo(Region.EU);
        assertThat(router.regionOf("other.eu").block()).isEqualTo(Region.US);
    }

    @Test
    void asksAnotherRouterForWhatIsNotKnown() {
        RegionRouter router = RegionRouter.of(Map.of("shop.com", Region.EU), EUROPEAN);

        assertThat(router.regionOf("shop.com").block()).isEqualTo(Region.EU);
        assertThat(router.regionOf("other.eu").block()).isEqualTo(Region.EU);
        assertThat(router.regionOf("other.com").block()).isEqualTo(Region.US);
    }

    @Test
    void routesByTheDomainThatAnOperationNames() {
        send(mailgun.routedBy(EUROPEAN), LIMITS.domain("shop.eu"));

        assertThat(transport.onlySent().region()).isEqualTo(Region.EU);
        assertThat(transport.onlySent().line()).isEqualTo("GET /v1/limits");
    }

    @Test
    void keepsTheNamedDomainInWhatIsMadeOfTheOperation() {
        Operation operation = LIMITS.domain("shop.eu").query("page", "2").header("X-Trace", "1");

        assertThat(operation.domain()).isEqualTo("shop.eu");
        assertThat(LIMITS.domain()).isNull();
    }

    @Test
    void refusesABlankDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIMITS.domain(" "))
                .withMessageContaining("sendingDomain");
    }

    private static void send(MailgunClient client, Operation operation) {
        client.send(operation.asEmpty()).block();
    }
}
