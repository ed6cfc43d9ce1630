package io.github.mailgunreactor.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Twenty seconds of what {@link SoakCommand} does for ten minutes. */
class SoakIT {

    @Test
    void nothingGrowsInTwentySeconds() {
        assertThat(new Soak(Duration.ofSeconds(20), 6, System.out).run()).isEmpty();
    }
}
