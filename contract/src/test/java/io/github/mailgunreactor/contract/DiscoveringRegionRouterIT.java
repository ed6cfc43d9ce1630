package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.domains.DiscoveringRegionRouter;
import io.github.mailgunreactor.domains.DomainTracking;
import io.github.mailgunreactor.domains.DomainTrackingApi;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The router over real sockets, against a Mailgun of two regions. */
class DiscoveringRegionRouterIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Simulator simulator = Simulator.builder().regions("us", "eu").start();
    private final Region us = Region.at(simulator.baseUrl("us"));
    private final Region eu = Region.at(simulator.baseUrl("eu"));
    private final MailgunClient plain =
            MailgunClient.builder(simulator.key()).region(us).build();
    private final DomainTrackingApi tracking =
            new DomainTrackingApi(plain.routedBy(DiscoveringRegionRouter.of(plain, us, eu)));

    @AfterEach
    void close() {
        plain.close();
        simulator.close();
    }

    @Test
    void letsOneClientServeDomainsOfBothRegions() {
        simulator.account().inRegion("us").domains().add("us.example");
        simulator.account().inRegion("eu").domains().add("eu.example");

        List<DomainTracking> settings = Flux.range(0, 100)
                .flatMap(i -> tracking.get(i % 2 == 0 ? "us.example" : "eu.example"))
                .collectList()
                .block(LIMIT);

        assertThat(settings).hasSize(100);
        assertThat(simulator.journal().of("GET /v3/domains/{domain}/tracking")).hasSize(100);
        assertThat(simulator.journal().of("GET /v4/domains/{domain}")).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void failsWithStatus404WhereNoRegionHasTheDomain() {
        StepVerifier.create(tracking.get("no.example"))
                .expectErrorMatches(error -> error instanceof ErrorStatusException status && status.isNotFound())
                .verify(LIMIT);
    }
}
