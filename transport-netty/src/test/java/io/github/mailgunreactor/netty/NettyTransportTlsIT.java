package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

@Timeout(60)
class NettyTransportTlsIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.of("dns:localhost");
    private static final TestCertificate CLIENT = TestCertificate.of();
    private static final TestCertificate STRANGER = TestCertificate.of();

    private FaultServer server = FaultServer.refusing();
    private NettyTransport transport = NettyTransport.create();

    @AfterEach
    void close() {
        server.close();
        transport.close();
        transport.onClose().block(Duration.ofSeconds(20));
    }

    private void serve(TestCertificate certificate) {
        server = FaultServer.start(certificate.server(), false);
    }

    private void trust(TestCertificate certificate) {
        transport.close();
        transport =
                NettyTransport.builder().trustedCertificates(certificate.pem()).build();
    }

    private void succeeds(Region region) {
        StepVerifier.create(Exchanges.text(transport, region)).expectNext("{}").verifyComplete();
    }

    private void failsTheHandshake(Region region) {
        StepVerifier.create(Exchanges.text(transport, region))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(NoResponseException.class, refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.TLS_FAILED);
                            assertThat(refused.requestSent()).isFalse();
                        }));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void trustsACertificateItWasGiven() {
        serve(CERTIFICATE);
        trust(CERTIFICATE);
        succeeds(server.at("localhost"));
    }

    @Test
    void refusesASelfSignedCertificate() {
        serve(CERTIFICATE);
        failsTheHandshake(server.at("localhost"));
    }

    @Test
    void refusesACertificateForAnotherHost() {
        TestCertificate other = TestCertificate.of("dns:example.com");
        serve(other);
        trust(other);
        failsTheHandshake(server.at("localhost"));
    }

    @Test
    void refusesACertificateThatDoesNotNameTheAddress() {
        serve(CERTIFICATE);
        trust(CERTIFICATE);
        failsTheHandshake(server.region());
    }

    @Test
    void refusesAnExpiredCertificate() {
        TestCertificate authority = TestCertificate.authority();
        serve(authority.expired("dns:localhost"));
        trust(authority);
        failsTheHandshake(server.at("localhost"));
    }

    @Test
    void trustsACertificateSignedByAnAuthorityItWasGiven() {
        TestCertificate authority = TestCertificate.authority();
        serve(authority.valid("dns:localhost"));
        trust(authority);
        succeeds(server.at("localhost"));
    }

    @Test
    void refusesAnOldProtocol() {
        server = FaultServer.start(CERTIFICATE.server(), false, "TLSv1.1");
        trust(CERTIFICATE);
        failsTheHandshake(server.at("localhost"));
    }

    @Test
    void refusesAServerThatDoesNotSpeakTls() {
        server = FaultServer.start();
        failsTheHandshake(Region.at("https://localhost:" + server.port()));
    }

    @Test
    void presentsAClientCertificate() {
        server = FaultServer.start(CERTIFICATE.server(CLIENT), true);
        present(CLIENT);
        succeeds(server.at("localhost"));
    }

    @Test
    void saysThatTheServerDoesNotAcceptTheClientCertificate() {
        server = FaultServer.start(CERTIFICATE.server(CLIENT), true);
        present(STRANGER);
        StepVerifier.create(Exchanges.text(transport, server.at("localhost")))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                NoResponseException.class,
                                refused ->
                                        assertThat(refused.reason()).isIn(Reason.TLS_FAILED, Reason.CONNECTION_LOST)));
        assertThat(server.requests()).isEmpty();
    }

    private void present(TestCertificate client) {
        transport.close();
        InputStream key = client.keyPem();
        transport = NettyTransport.builder()
                .trustedCertificates(CERTIFICATE.pem())
                .clientCertificate(client.pem(), key, null)
                .build();
    }
}
