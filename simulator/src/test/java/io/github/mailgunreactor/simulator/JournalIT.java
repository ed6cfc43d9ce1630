package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalIT {
    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create(
            Simulator.builder().regions("us", "eu").rateLimit("GET /v1/keys", 2, Duration.ofMinutes(10)));

    @Test
    void recordsWhatWasSentAndHowItWasAnswered(Simulator simulator) throws Exception {
        HttpResponse<String> response = Caller.of(simulator).multipart("POST", "/v1/keys", "role", "admin");

        RecordedRequest request = simulator.journal().only("POST /v1/keys");

        assertThat(request.region()).isEqualTo("us");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/keys");
        assertThat(request.form()).containsExactly(Map.entry("role", List.of("admin")));
        assertThat(request.header("content-type")).startsWith("multipart/form-data");
        assertThat(request.status()).isEqualTo(response.statusCode());
        assertThat(request.account()).isEqualTo(simulator.account().id());
        assertThat(response.headers().firstValue("x-mailgun-key-id")).hasValue(request.keyId());
    }

    @Test
    void recordsQueryAndVariablesOfThePath(Simulator simulator) throws Exception {
        Caller.of(simulator).delete("/v1/keys/a%2Bb?why=not&why=so");

        RecordedRequest request = simulator.journal().only("DELETE /v1/keys/{id}");

        assertThat(request.operation()).isEqualTo("DELETE /v1/keys/{key_id}");
        assertThat(request.path()).isEqualTo("/v1/keys/a%2Bb");
        assertThat(request.query()).containsExactly(Map.entry("why", List.of("not", "so")));
        assertThat(request).hasToString("DELETE /v1/keys/{key_id} -> 404");
    }

    @Test
    void recordsJson(Simulator simulator) throws Exception {
        Map<String, Object> body = Map.of("n", 1L, "list", List.of("a"));
        Caller.of(simulator).json("PUT", "/v2/ip_whitelist", body);

        assertThat(simulator.journal().only("PUT /v2/ip_whitelist").json()).isEqualTo(body);
        assertThat(simulator.journal().only("PUT /v2/ip_whitelist").text())
                .isEqualTo(new String(Json.write(body), StandardCharsets.UTF_8));
    }

    @Test
    void recordsWhatIsNoOperationAndWhoIsNotKnown(Simulator simulator) throws Exception {
        Caller.anonymous(simulator).get("/v9/nothing");
        Caller.at(simulator.baseUrl("eu"), "key-wrong").get("/v1/keys");

        assertThat(simulator.journal()).hasToString("[GET /v9/nothing -> 404, GET /v1/keys -> 401]");
        assertThat(simulator.journal().last())
                .isNotNull()
                .returns(null, RecordedRequest::keyId)
                .returns("eu", RecordedRequest::region);
    }

    @Test
    void startsEmptyInEachTest(Simulator simulator) {
        assertThat(simulator.journal().all()).isEmpty();
        assertThat(MAILGUN.simulator()).isSameAs(simulator);
    }

    @Test
    void showsBudgetsUntilTheyAreSpent(Simulator simulator) throws Exception {
        Caller caller = Caller.of(simulator);

        HttpResponse<String> first = caller.get("/v1/keys");
        caller.get("/v1/keys");
        HttpResponse<String> refused = caller.get("/v1/keys");

        assertThat(first.headers().firstValue("X-RateLimit-Limit")).hasValue("2");
        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).hasValue("1");
        assertThat(first.headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isGreaterThan(System.currentTimeMillis());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Caller.message(refused)).isEqualTo("Too Many Requests");
        assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
        assertThat(Caller.at(simulator.baseUrl("eu"), simulator.key())
                        .get("/v1/keys")
                        .statusCode())
                .isEqualTo(200);
    }
}
