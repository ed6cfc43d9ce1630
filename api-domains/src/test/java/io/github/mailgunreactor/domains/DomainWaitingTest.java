package io.github.mailgunreactor.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Waiter;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class DomainWaitingTest {
    private static final Waiter QUICK =
            Waiter.of(Duration.ofSeconds(20)).interval(Duration.ofMillis(1), Duration.ofMillis(2));

    @Test
    void verifiesADomainUntilItIsActive() {
        FakeTransport transport = FakeTransport.answering(domain("unverified"), domain("unverified"), domain("active"));

        StepVerifier.create(new DomainsApi(transport.client()).awaitActive("shop.example", QUICK))
                .assertNext(details -> assertThat(details.domain().state()).isEqualTo(DomainState.ACTIVE))
                .verifyComplete();
        assertThat(transport.sent())
                .hasSize(3)
                .allMatch(sent -> sent.line().equals("PUT /v4/domains/shop.example/verify"));
    }

    @Test
    void doesNotWaitForADomainForever() {
        FakeTransport transport = FakeTransport.answering(domain("unverified"));
        Waiter impatient = Waiter.of(Duration.ofMillis(20)).interval(Duration.ofSeconds(1), Duration.ofSeconds(1));

        StepVerifier.create(new DomainsApi(transport.client()).awaitActive("shop.example", impatient))
                .verifyError(TimeoutException.class);
    }

    @Test
    void waitsForACertificateWhateverBecomesOfIt() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"status\": \"processing\"}"),
                FakeResponse.json("{\"status\": \"error\", \"error\": \"invalid CNAME record\"}"));

        StepVerifier.create(new DomainTrackingApi(transport.client()).awaitCertificate("shop.example", "email", QUICK))
                .assertNext(certificate -> assertThat(certificate.error()).isEqualTo("invalid CNAME record"))
                .verifyComplete();
    }

    @Test
    void getsADomainThatTheAccountHasAlready() {
        FakeTransport transport = FakeTransport.answering(taken(), domain("active"));

        StepVerifier.create(new DomainsApi(transport.client()).createOrGet(NewDomain.of("shop.example")))
                .assertNext(details -> assertThat(details.domain().name()).isEqualTo("shop.example"))
                .verifyComplete();
        assertThat(transport.sent())
                .extracting(sent -> sent.line())
                .containsExactly("POST /v4/domains", "GET /v4/domains/shop.example");
    }

    @Test
    void tellsThatAnotherAccountHasTheDomain() {
        FakeTransport transport =
                FakeTransport.answering(taken(), FakeResponse.json(404, "{\"message\": \"Domain not found\"}"));

        StepVerifier.create(new DomainsApi(transport.client()).createOrGet(NewDomain.of("shop.example")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorStatusException.class,
                                status -> assertThat(status.serverMessage()).isEqualTo("domain is already taken")));
    }

    @Test
    void createsADomainWithOneRequestWhereItIsNew() {
        FakeTransport transport = FakeTransport.answering(domain("unverified"));

        new DomainsApi(transport.client())
                .createOrGet(NewDomain.of("shop.example"))
                .block();

        assertThat(transport.onlySent().line()).isEqualTo("POST /v4/domains");
    }

    private static FakeResponse taken() {
        return FakeResponse.json(400, "{\"message\": \"domain is already taken\"}");
    }

    private static FakeResponse domain(String state) {
        return FakeResponse.json("{\"domain\": {\"name\": \"shop.example\", \"state\": \"" + state + "\"}}");
    }
}
