package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that listens with TLS, reached by clients that trust its certificate. */
class TlsIT {
    @TempDir
    Path folder;

    private @Nullable Simulator simulator;

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void servesOurClientThatTrustsItsCertificate() {
        Simulator secure = start(Simulator.builder().tls());
        try (MailgunClient mailgun = MailgunClient.builder(secure.key())
                .region(Region.at(secure.baseUrl()))
                .transport(NettyTransport.builder()
                        .trustedCertificates(new ByteArrayInputStream(pem(secure)))
                        .build())
                .build()) {
            String keys = mailgun.send(Method.GET.path("/v1/keys").asText()).block(Duration.ofSeconds(20));

            assertThat(keys).contains("Primary account API key");
        }
    }

    @Test
    void servesTheClientOfTheJdkUnderItsNamesAndAddresses() throws Exception {
        Simulator secure = start(Simulator.builder().tls("mailgun.test"));
        HttpClient client = trusting(pem(secure));

        assertThat(health(client, secure.baseUrl()).body()).contains("\"us\":\"" + secure.baseUrl() + "\"");
        assertThat(health(client, secure.baseUrl().replace("127.0.0.1", "localhost"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void hasACertificateForTheNamesGivenThatIsNoAuthority() throws Exception {
        X509Certificate certificate = certificates(pem(start(Simulator.builder().tls("mailgun.test", "10.1.2.3"))))
                .iterator()
                .next();

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames())
                .<Object>map(name -> name.get(1))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mailgun.test", "10.1.2.3");
    }

    @Test
    void isRefusedByAClientThatDoesNotTrustIt() {
        Simulator secure = start(Simulator.builder().tls());

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> health(HttpClient.newHttpClient(), secure.baseUrl()));
    }

    @Test
    void leadsOnToPagesOverTls() throws Exception {
        Simulator secure = start(Simulator.builder().tls().pageSize(1));
        secure.domains().add("example.com");
        secure.suppressions("example.com").addBounce("a@example.org");
        HttpRequest listing = HttpRequest.newBuilder(URI.create(secure.baseUrl() + "/v3/example.com/bounces"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("api:" + secure.key()).getBytes(StandardCharsets.UTF_8)))
                .timeout(Duration.ofSeconds(20))
                .build();

        assertThat(trusting(pem(secure)).send(listing, BodyHandlers.ofString()).body())
                .contains("\"next\":\"" + secure.baseUrl() + "/v3/example.com/bounces?");
    }

    @Test
    void tellsItsCertificateOverHttp() throws Exception {
        Simulator secure = start(Simulator.builder().tls());
        HttpRequest asked = HttpRequest.newBuilder(URI.create(secure.baseUrl() + "/_simulator/certificate"))
                .timeout(Duration.ofSeconds(20))
                .build();

        assertThat(trusting(pem(secure)).send(asked, BodyHandlers.ofString()).body())
                .isEqualTo(secure.certificate());
    }

    @Test
    void takesACertificateFromFiles() throws Exception {
        TestCertificate made = TestCertificate.of("ip:127.0.0.1");
        Path certificate =
                Files.write(folder.resolve("certificate.pem"), made.pem().readAllBytes());
        Path key = Files.write(folder.resolve("key.pem"), made.keyPem().readAllBytes());

        Simulator secure = start(Simulator.builder().tls(certificate, key));

        assertThat(health(trusting(pem(secure)), secure.baseUrl()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesFilesThatAreNoCertificate() throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Simulator.builder().tls(nothing, nothing)))
                .withMessageStartingWith("the certificate and its key cannot be used: ");
    }

    @Test
    void hasNoCertificateWithoutTls() throws Exception {
        Simulator plain = start(Simulator.builder());

        assertThat(Caller.of(plain).get("/_simulator/certificate").statusCode()).isEqualTo(404);
        assertThatIllegalStateException().isThrownBy(plain::certificate);
    }

    private Simulator start(SimulatorBuilder builder) {
        simulator = builder.start();
        return simulator;
    }

    private static byte[] pem(Simulator secure) {
        return secure.certificate().getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpResponse<String> health(HttpClient client, String baseUrl)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(baseUrl + "/_simulator/health"))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked") // X.509 gives these
    private static Collection<X509Certificate> certificates(byte[] pem) throws Exception {
        return (Collection<X509Certificate>)
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    }

    private static HttpClient trusting(byte[] pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (X509Certificate certificate : List.copyOf(certificates(pem))) {
            trusted.setCertificateEntry(certificate.getSerialNumber().toString(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }
}
