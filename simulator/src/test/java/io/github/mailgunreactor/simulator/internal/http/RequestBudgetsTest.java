package io.github.mailgunreactor.simulator.internal.http;

import static io.github.mailgunreactor.core.Method.GET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestBudgetsTest {
    private static final Instant NOW = Instant.parse("2026-01-23T10:16:00Z");

    private final Route bounces = new Routes()
            .add(GET, "/v3/{domain}/bounces", request -> SimulatedResponse.empty(200))
            .budget(RequestBudgets.SUPPRESSIONS);
    private final Route keys = new Routes().add(GET, "/v1/keys", request -> SimulatedResponse.empty(200));

    @Test
    void countDownAndStartAgainWithTheNextWindow() {
        RequestBudgets limits =
                new RequestBudgets(Map.of("GET /v1/keys", new RequestBudgets.Limit(2, Duration.ofSeconds(10))));

        assertThat(charge(limits, keys, NOW).remaining()).isEqualTo(1);
        assertThat(charge(limits, keys, NOW.plusSeconds(9)).spent()).isFalse();
        assertThat(charge(limits, keys, NOW.plusSeconds(9)).spent()).isTrue();
        assertThat(charge(limits, keys, NOW.plusSeconds(10)).remaining()).isEqualTo(1);
    }

    @Test
    void keepAccountsAndRegionsApart() {
        RequestBudgets limits =
                new RequestBudgets(Map.of("GET /v1/keys", new RequestBudgets.Limit(2, Duration.ofSeconds(10))));

        limits.charge(keys, "one", "us", NOW);

        assertThat(limits.charge(keys, "other", "us", NOW)).isNotNull().matches(charge -> charge.remaining() == 1);
        assertThat(limits.charge(keys, "one", "eu", NOW)).isNotNull().matches(charge -> charge.remaining() == 1);
    }

    @Test
    void showTheStateOfTheSharedBudgetAsTheLiveApiDoes() {
        SimulatedResponse response =
                charge(new RequestBudgets(Map.of()), bounces, NOW).addTo(SimulatedResponse.empty(200));

        assertThat(response.headers())
                .containsEntry("x-request-limit", "2500")
                .containsEntry("x-request-remaining", "2499")
                .containsEntry(
                        "x-request-reset", String.valueOf(NOW.plusSeconds(15).toEpochMilli()));
    }

    @Test
    void leaveAnOperationWithoutBudgetAlone() {
        assertThat(new RequestBudgets(Map.of()).charge(keys, "one", "us", NOW)).isNull();
    }

    private static RequestBudgets.Charge charge(RequestBudgets limits, Route route, Instant now) {
        return Objects.requireNonNull(limits.charge(route, "one", "us", now));
    }
}
