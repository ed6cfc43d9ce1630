package io.github.mailgunreactor.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DomainResponsesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"require_tls\": true, \"skip_verification\": false}",
                "{\"connection\": {\"require_tls\": true, \"skip_verification\": false}}",
                "{\"require-tls\": true, \"skip-verification\": false}",
            })
    void readsConnectionSettingsInAllTheirShapes(String body) {
        ConnectionSettings settings = Objects.requireNonNull(
                new DomainsApi(answering(body)).getConnection("shop.example").block());

        assertThat(settings).isEqualTo(new ConnectionSettings(true, false, null));
    }

    @Test
    void keepsPasswordsOutOfText() {
        CredentialPasswords passwords = Objects.requireNonNull(new CredentialsApi(
                        answering("{\"message\": \"m\", \"credentials\": {\"ada@shop.example\": \"open sesame\"}}"))
                .create("shop.example", NewCredentials.of("ada@shop.example"))
                .block());

        assertThat(passwords.credentials()).isEqualTo(Map.of("ada@shop.example", Secret.of("open sesame")));
        assertThat(passwords.toString()).contains("ada@shop.example").doesNotContain("sesame");
    }

    @Test
    void readsNoPasswordsAsNone() {
        CredentialPasswords passwords = Objects.requireNonNull(new CredentialsApi(answering("{\"message\": \"m\"}"))
                .changePassword("shop.example", "ada@shop.example", Secret.of("open sesame"))
                .block());

        assertThat(passwords.credentials()).isEmpty();
    }

    @Test
    void keepsPasswordsOutOfErrors() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"credentials\": \"open sesame\"}"));

        StepVerifier.create(new CredentialsApi(transport.client())
                        .changePassword("shop.example", "ada@shop.example", Secret.of("open barley")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageStartingWith("PUT /v3/domains/{domain}/credentials/{login}")
                        .hasMessageNotContainingAny("sesame", "barley", "ada"));
    }

    @Test
    void keepsAStateThatCameLater() {
        DomainDetails details = Objects.requireNonNull(
                new DomainsApi(answering("{\"domain\": {\"name\": \"a.example\", \"state\": \"paused\"}}"))
                        .get("a.example")
                        .block());

        assertThat(details.domain().state()).isEqualTo(new DomainState("paused"));
        assertThat(details.sendingDnsRecords()).isEmpty();
    }

    @Test
    void failsWhereAnAnswerHasNoDomain() {
        StepVerifier.create(new DomainsApi(answering("{\"domain\": null}")).get("a.example"))
                .verifyError(UnreadableResponseException.class);
    }

    @Test
    void saysInWhichRegionADomainWasNotFound() {
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json(404, "{\"message\": \"Domain not found\"}"));

        StepVerifier.create(new DomainsApi(transport.client().inRegion(Region.EU)).get("a.example"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ErrorStatusException.class)
                        .hasMessage("GET /v4/domains/{domain}: status 404, Domain not found (asked in region eu)"));
    }

    @Test
    void readsTheReasonOfRotationErrors() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(400, "{\"Reason\": \"only domains in enabled can rotate their keys\"}"));

        StepVerifier.create(new DkimRotationApi(transport.client()).rotate("a.example"))
                .verifyErrorSatisfies(error ->
                        assertThat(error).hasMessageContaining("only domains in enabled can rotate their keys"));
    }

    @Test
    void routesKeysAndCertificatesByTheirSendingDomain() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(FakeResponse.json(
                "{\"items\": [], \"signing_domain\": \"shop.eu\", \"selector\": \"s1\", \"status\": \"active\"}")));
        MailgunClient mailgun = transport
                .builderOfLenientClient()
                .router(domain -> Mono.just(domain.equals("shop.eu") ? Region.EU : Region.US))
                .build();
        DomainKeysApi keys = new DomainKeysApi(mailgun);
        DomainTrackingApi tracking = new DomainTrackingApi(mailgun);

        keys.create(NewDomainKey.of("shop.eu", "s1")).block();
        keys.delete("shop.eu", "s1").block();
        keys.list(DomainKeyFilter.all().signingDomain("shop.eu")).collectList().block();
        keys.activate("shop.eu", "s1").block();
        tracking.generateCertificate("shop.eu", "email").block();
        tracking.regenerateCertificate("shop.eu", "email").block();
        tracking.getCertificate("shop.eu", "email").block();

        assertThat(transport.sent()).hasSize(7).extracting(SentRequest::region).containsOnly(Region.EU);
        assertThat(transport.sent().get(6).line()).isEqualTo("GET /v2/x509/email.shop.eu/status");
    }

    @Test
    void refusesToAskForACertificateWithoutADomainOrAPrefix() {
        DomainTrackingApi tracking = new DomainTrackingApi(answering("{}"));

        assertThatIllegalArgumentException().isThrownBy(() -> tracking.getCertificate(" ", "email"));
        assertThatIllegalArgumentException().isThrownBy(() -> tracking.getCertificate("shop.example", "a.b"));
    }

    @Test
    void refusesToDeleteAnEmptyLogin() {
        CredentialsApi credentials = new CredentialsApi(answering("{}"));

        assertThatIllegalArgumentException().isThrownBy(() -> credentials.delete("shop.example", ""));
    }

    private static MailgunClient answering(String body) {
        return FakeTransport.answering(FakeResponse.json(body)).client();
    }
}
