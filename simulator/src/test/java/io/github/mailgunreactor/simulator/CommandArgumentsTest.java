package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandArgumentsTest {

    @Test
    void haveDefaultsForEverything() {
        SimulatorBuilder simulator = CommandArguments.parse().simulator();

        assertThat(simulator.regions()).containsExactly(Map.entry("us", 8025));
        assertThat(simulator.accounts())
                .extracting(SimulatorState.Setup::key)
                .containsExactly(SimulatorBuilder.DEFAULT_KEY);
    }

    @Test
    void giveEachRegionTheNextPort() {
        SimulatorBuilder simulator = CommandArguments.parse("--region", "us", "--port", "9000", "--region=eu")
                .simulator();

        assertThat(simulator.regions()).containsExactly(Map.entry("us", 9000), Map.entry("eu", 9001));
    }

    @Test
    void makeAnAccountOfEachKey() {
        SimulatorBuilder simulator =
                CommandArguments.parse("--key", "one", "--key=two").simulator();

        assertThat(simulator.accounts()).extracting(SimulatorState.Setup::key).containsExactly("one", "two");
        assertThat(simulator.accounts()).extracting(SimulatorState.Setup::id).doesNotHaveDuplicates();
    }

    @Test
    void takeTheWaitsBetweenDeliveries() {
        assertThat(CommandArguments.parse("--retry-after", "1,60")
                        .simulator()
                        .deliveries()
                        .schedule())
                .containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(CommandArguments.parse("--retry-after=")
                        .simulator()
                        .deliveries()
                        .schedule())
                .isEmpty();
        assertThat(CommandArguments.parse("--retry-routes-after", "7")
                        .simulator()
                        .deliveries()
                        .routeSchedule())
                .containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void takeTlsWithFurtherNames() {
        assertThat(CommandArguments.parse("--key", "key-1").simulator().identity())
                .isNull();
        assertThat(Objects.requireNonNull(CommandArguments.parse("--tls", "--tls-name", "mailgun")
                                .simulator()
                                .identity())
                        .pem())
                .startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void refuseACertificateWithoutItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandArguments.parse("--tls-certificate", "certificate.pem"))
                .withMessage("--tls-certificate and --tls-key need each other");
    }

    @Test
    void askForHelpBeforeAnythingElseIsChecked() {
        assertThat(CommandArguments.parse("--help", "--nonsense").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, unknown option --nonsense",
        "8025, unknown option 8025",
        "--port, --port needs a value",
        "--port=http, --port must be a number",
        "--port=70000, port must be from 0 to 65535",
        "--page-size=0, items must be from 1",
        "--region=, region must be 1 to 64",
        "--key=, key must be 1 to 256",
        "--retry-after=x, --retry-after must be a number",
    })
    void refuseWhatTheyDoNotUnderstand(String argument, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandArguments.parse(argument))
                .withMessageStartingWith(message);
    }

    @Test
    void refuseTheSameRegionOrKeyTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandArguments.parse("--region", "us", "--region", "us"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandArguments.parse("--key", "k", "--key", "k"));
    }
}
