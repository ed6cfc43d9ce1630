package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

    /** Of a release this fails until the constant is set as well: see RELEASING.md. */
    @Test
    void theVersionIsThatOfThePom() throws IOException {
        Path root = Files.isDirectory(Path.of("core")) ? Path.of("") : Path.of("..");

        assertThat(Files.readString(root.resolve("pom.xml")))
                .contains("<artifactId>mailgun-reactor-parent</artifactId>\n  <version>" + MailgunClient.version()
                        + "</version>");
    }
}
