package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContractSimulatorIT {

    @Test
    void everyRowOfEveryTableIsOkOverRealSockets() {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(keyOfAUser(simulator))
                        .region(Region.at(simulator.baseUrl()))
                        .failOnUnknownFields()
                        .build()) {
            simulator.domains().add("example.com");
            List<ContractTable> served = ContractTables.ALL;
            List<ContractRun.Outcome> outcomes = requireNonNull(
                    new ContractRun(mailgun).send(served).collectList().block());

            assertThat(outcomes)
                    .hasSize(served.stream()
                            .mapToInt(table -> table.rows().size())
                            .sum());
            assertThat(outcomes.stream().filter(outcome -> !outcome.ok()).map(Objects::toString))
                    .isEmpty();
        }
    }

    /** {@code GET /v5/users/me} is for keys that belong to somebody; all else is for any key. */
    private static String keyOfAUser(Simulator simulator) {
        String owner = simulator.account().users().owner();
        return simulator.keys().addForUser(owner, "contract").secret();
    }
}
