package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizeIT {
    private static final Simulator SIMULATOR = Simulator.start();

    private final Caller caller = Caller.of(SIMULATOR);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ada+news@example.org, deliverable,   low,    ada@example.org,",
        "ada@gmial.com,        undeliverable, high,   ada@gmial.com, ada@gmail.com",
        "info@example.org,     deliverable,   medium, info@example.org,",
        "x@mailinator.com,     do_not_send,   high,   x@mailinator.com,",
        "x@nowhere.invalid,    undeliverable, high,   x@nowhere.invalid,",
        "not an address,       undeliverable, high,   not an address,"
    })
    void anAddressIsJudgedByWhatCanBeKnown(String address, String result, String risk, String rootAddress, String meant)
            throws Exception {
        assertThat(Caller.object(caller.get(
                        "/v4/address/validate?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8))))
                .containsEntry("address", address)
                .containsEntry("result", result)
                .containsEntry("risk", risk)
                .containsEntry("root_address", rootAddress)
                .containsEntry("did_you_mean", meant);
    }

    @Test
    void aPlacementResultIsCutByProvider() throws Exception {
        String path = "/v4/inbox/results/12345678-1234-1234-1234-123456789012";

        assertThat(seeds(path)).hasSize(2);
        assertThat(seeds(path + "?provider=box.example")).hasSize(1);
        assertThat(caller.get("/v4/inbox/results/none").statusCode()).isEqualTo(404);
        assertThat(caller.get("/v1/preview/tests/none/results").body()).contains("\"error\":{");
    }

    private List<?> seeds(String path) throws Exception {
        Map<?, ?> result = (Map<?, ?>)
                Objects.requireNonNull(Caller.object(caller.get(path)).get("result"));
        return (List<?>) Objects.requireNonNull(result.get("seed_results"));
    }
}
