package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContractCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void explainsItselfWithoutArguments() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage:");
    }

    @Test
    void namesTheModulesWhereItDoesNotKnowOne() {
        assertThat(run("http://localhost:1", "key", "api-nothing")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("api-keys");
    }

    @Test
    void refusesABaseUrlWithUserInfo() {
        assertThat(run("http://api:secret@localhost:1", "key")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("user info").doesNotContain("secret");
    }

    @Test
    void exitsWithOneWhereRowsFailAndStillPrintsEachOfThem() {
        assertThat(run("http://localhost:1", "key", "api-keys")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(new KeysContract().rows().size())
                .allMatch(line -> line.contains("\"outcome\":\"NoResponseException\""));
    }

    private int run(String... arguments) {
        return ContractCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
