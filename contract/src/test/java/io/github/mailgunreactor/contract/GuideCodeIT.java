package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in README and guides compiles against what is there, and does not throw before it is subscribed to. */
class GuideCodeIT {
    private static final List<String> PACKAGES = Stream.concat(
                    ApiModules.publicTypes().stream().map(Class::getPackageName),
                    Stream.of("io.github.mailgunreactor.events"))
            .distinct()
            .toList();

    @TempDir
    Path compiled;

    @Test
    void allCodeOfTheDocumentsCompilesAndRuns() throws ReflectiveOperationException {
        List<GuideCode> codes = GuideCode.documents(Path.of("..")).stream()
                .map(document -> GuideCode.of(document, GuideCode.text(document), PACKAGES))
                .filter(code -> !code.isEmpty())
                .toList();

        assertThat(GuideCode.compile(codes, compiled)).isEmpty();
        assertThat(codes).extracting(Object::toString).contains("README.md", "suppressions.md");

        try (Simulator simulator = Simulator.start()) {
            for (GuideCode code : codes) {
                if (code.runs()) {
                    simulator.reset();
                    code.run(compiled, FakeTransport.answering().client(), simulator);
                }
            }
        }
    }

    @Test
    void codeThatDoesNotCompileIsToldWithItsDocument() {
        GuideCode wrong = guide("```java\nnew KeysApi(mailgun).lst();\n```\n");

        assertThat(GuideCode.compile(List.of(wrong), compiled))
                .singleElement()
                .asString()
                .startsWith("guide.md: cannot find symbol")
                .endsWith("in: new KeysApi(mailgun).lst();");
    }

    @Test
    void codeThatThrowsIsFound() {
        GuideCode wrong = guide("<!-- java given, run\n-->\n```java\nNewBounce.of(\"\");\n```\n");

        assertThat(GuideCode.compile(List.of(wrong), compiled)).isEmpty();
        assertThatThrownBy(() -> wrong.run(compiled, FakeTransport.answering().client(), null))
                .hasRootCauseMessage("address must not be blank");
    }

    private static GuideCode guide(String text) {
        return GuideCode.of(Path.of("guide.md"), text, PACKAGES);
    }
}
