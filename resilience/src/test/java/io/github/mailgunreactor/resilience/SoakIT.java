package io.github.mailgunreactor.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Thirty seconds of what {@link SoakCommand} does for ten minutes. */
class SoakIT {

    @Test
    void nothingGrowsInThirtySeconds() {
        assertThat(new Soak(Duration.ofSeconds(30), 6, System.out).run()).isEmpty();
    }
}
