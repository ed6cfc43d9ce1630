package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.simulator.internal.ServedOperations;
import io.github.mailgunreactor.simulator.internal.http.FaultEffect;
import io.github.mailgunreactor.simulator.internal.http.Route;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Routes routes = Routes.of(ServedOperations.all());
    private final Route list = routes.named("GET /v1/keys");
    private final Route create = routes.named("POST /v1/keys");
    private final Faults faults = new Faults(routes, 7, () -> {});

    @Test
    void strikeTheirOperationOnly() {
        faults.on("GET /v1/keys").status(500);

        assertThat(faults.meet(create, () -> null)).isNull();
        assertThat(faults.meet(list, () -> null)).isNotNull();
    }

    @Test
    void endAfterTheirTimes() {
        SimulatedFault fault = faults.on("GET /v1/keys").status(500).times(2);

        assertThat(outcomes(3)).containsExactly(true, true, false);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void startAfterTheRequestsTheyLetPass() {
        faults.onAny().status(500).after(2).times(1);

        assertThat(outcomes(4)).containsExactly(false, false, true, false);
    }

    @Test
    void makeWayForTheNextWhenTheyHaveEnded() {
        faults.on("GET /v1/keys").status(500).times(1);
        faults.on("GET /v1/keys").dropConnection().times(1);

        assertThat(faults.meet(list, () -> null)).isNotNull().matches(effect -> !effect.dropsConnection());
        assertThat(faults.meet(list, () -> null)).isNotNull().matches(FaultEffect::dropsConnection);
    }

    @Test
    void strikeAboutAsOftenAsTheirProbabilitySays() {
        faults.onAny().status(500).withProbability(0.25);

        assertThat(outcomes(1000).stream().filter(struck -> struck).count()).isBetween(200L, 300L);
    }

    @Test
    void strikeTheSameRequestsInEachRun() {
        faults.onAny().status(500).withProbability(0.5);
        List<Boolean> first = outcomes(50);
        faults.clear();
        faults.onAny().status(500).withProbability(0.5);

        assertThat(outcomes(50)).isEqualTo(first);
    }

    @Test
    void areGoneWhenCleared() {
        faults.onAny().status(500);
        faults.clear();

        assertThat(faults.meet(list, () -> null)).isNull();
    }

    @Test
    void refuseAnOperationThatTheSimulatorDoesNotServe() {
        assertThatIllegalArgumentException().isThrownBy(() -> faults.on("GET /v1/key"));
    }

    @Test
    void refuseWhatIsOutOfRange() {
        SimulatedFault fault = faults.onAny();

        assertThatIllegalArgumentException().isThrownBy(() -> fault.status(99)).withMessageContaining("200 to 599");
        assertThatIllegalArgumentException().isThrownBy(() -> fault.times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> fault.after(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> fault.delay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> fault.withProbability(0));
        assertThatIllegalArgumentException().isThrownBy(() -> fault.withProbability(Double.NaN));
    }

    private List<Boolean> outcomes(int requests) {
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            struck.add(faults.meet(list, () -> null) != null);
        }
        return struck;
    }
}
