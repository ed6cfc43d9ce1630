package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.ChannelBindException;

class SimulatorIT {
    private static final Simulator SIMULATOR = Simulator.builder()
            .regions("us", "eu")
            .account("acme", "key-acme")
            .account("other", "key-other")
            .subaccount("acme", "sub")
            .start();

    private final Caller acme = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void greetsAtTheRootWithoutAKey() throws Exception {
        HttpResponse<String> response = Caller.anonymous(SIMULATOR).get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("Mailgun Magnificent API");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @Test
    void answersAnUnknownPathWithAPage() throws Exception {
        HttpResponse<String> response = acme.get("/v3/nothing/here");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(response.body()).contains("<title>404 Not Found</title>");
    }

    @Test
    void answersATrailingSlashWithAPage() throws Exception {
        assertThat(acme.get("/v1/keys/").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnUnknownResolutionInTheWordsOfTheLiveApi() throws Exception {
        HttpResponse<String> response = acme.json("POST", "/v1/analytics/metrics", Map.of("resolution", "century"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("'resolution' attribute is invalid");
    }

    @Test
    void namesTheMethodsThatAPathHas() throws Exception {
        HttpResponse<String> response = acme.form("PATCH", "/v1/keys");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void refusesMalformedPercentEncoding() throws Exception {
        assertThat(acme.delete("/v1/keys/%ff").statusCode()).isEqualTo(404);
        assertThat(RawSocket.statusLine(SIMULATOR.baseUrl(), "GET /v1/%zz HTTP/1.1"))
                .contains(" 400 ");
    }

    @Test
    void answersWithTheIdOfTheKey() throws Exception {
        String id =
                (String) Caller.objects(acme.get("/v1/keys"), "items").get(0).get("id");

        assertThat(acme.get("/v1/keys").headers().firstValue("x-mailgun-key-id"))
                .hasValue(id);
    }

    @Test
    void refusesAWrongKey() throws Exception {
        assertForbidden(Caller.at(SIMULATOR.baseUrl(), "key-wrong").get("/v1/keys"));
    }

    @Test
    void refusesAWrongUser() throws Exception {
        assertForbidden(Caller.as(SIMULATOR.baseUrl(), "admin", "key-acme").get("/v1/keys"));
    }

    @Test
    void refusesARequestWithoutCredentials() throws Exception {
        assertForbidden(Caller.anonymous(SIMULATOR).get("/v1/keys"));
    }

    @Test
    void refusesCredentialsThatAreNoBase64() throws Exception {
        assertForbidden(
                Caller.anonymous(SIMULATOR).with("Authorization", "Basic *").get("/v1/keys"));
        assertForbidden(Caller.anonymous(SIMULATOR)
                .with("Authorization", "Bearer key-acme")
                .get("/v1/keys"));
    }

    private static void assertForbidden(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("Forbidden");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"MG API\"");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void keepsAccountsApart() throws Exception {
        acme.form("POST", "/v2/ip_whitelist", "address", "10.0.0.1");

        Caller other = Caller.at(SIMULATOR.baseUrl(), SIMULATOR.account("other").key());

        assertThat(Caller.objects(other.get("/v2/ip_whitelist"), "addresses")).isEmpty();
    }

    @Test
    void sharesKeysBetweenRegions() throws Exception {
        Object key =
                Caller.object(acme.form("POST", "/v1/keys", "role", "admin")).get("key");
        String secret = (String) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(key)).get("secret"));

        HttpResponse<String> response =
                Caller.at(SIMULATOR.baseUrl("eu"), secret).get("/v1/keys");

        assertThat(Caller.object(response)).containsEntry("total_count", 2L);
    }

    @Test
    void actsForASubaccountOfTheKey() throws Exception {
        Caller sub = acme.with("X-Mailgun-On-Behalf-Of", "sub");
        sub.form("POST", "/v2/ip_whitelist", "address", "10.0.0.1");

        assertThat(Caller.objects(sub.get("/v2/ip_whitelist"), "addresses")).hasSize(1);
        assertThat(Caller.objects(acme.get("/v2/ip_whitelist"), "addresses")).isEmpty();
        assertThat(SIMULATOR.journal().all())
                .extracting(RecordedRequest::account)
                .containsExactly("sub", "sub", "acme");
    }

    @Test
    void refusesToActForAnotherAccount() throws Exception {
        for (String account : List.of("other", "nobody")) {
            HttpResponse<String> response =
                    acme.with("X-Mailgun-On-Behalf-Of", account).get("/v1/keys");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Caller.message(response)).isEqualTo("Forbidden");
        }
    }

    @Test
    void forgetsEverythingWhenReset() throws Exception {
        acme.form("POST", "/v1/keys", "role", "admin");
        SIMULATOR.faults().onAny().status(500);
        SIMULATOR.reset();

        assertThat(Caller.object(acme.get("/v1/keys"))).containsEntry("total_count", 1L);
        assertThat(SIMULATOR.journal().all()).hasSize(1);
    }

    @Test
    void answersManyAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> acme.form("POST", "/v1/keys", "role", "admin").statusCode());
            }
            for (Future<Integer> status : callers.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(Caller.object(acme.get("/v1/keys"))).containsEntry("total_count", 201L);
    }

    @Test
    void freesItsPortWhenClosed() throws Exception {
        Simulator simulator = Simulator.start();
        Caller caller = Caller.of(simulator);
        caller.get("/");
        simulator.close();
        simulator.close();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> caller.get("/"));
    }

    @Test
    void doesNotStartOnAPortThatIsTaken() {
        int port = URI.create(SIMULATOR.baseUrl()).getPort();

        assertThatExceptionOfType(ChannelBindException.class)
                .isThrownBy(() -> Simulator.builder().port(port).start());
    }

    @Test
    void refusesToNameWhatItDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.baseUrl("asia"))
                .withMessageContaining("[us, eu]");
        assertThatIllegalArgumentException().isThrownBy(() -> SIMULATOR.account("nobody"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATOR.account().inRegion("asia"));
    }
}
