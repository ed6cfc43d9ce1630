package io.github.mailgunreactor.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No API interface of mailgun-java is forgotten: a test drives the simulator through each, by all of its calls but those that
 * the <a href="../docs/guide/moving-from-mailgun-java.md">guide</a> calls "not here", where the reason stands.
 */
class OfficialCoverageTest {
    @Test
    void eachInterfaceIsDrivenByOneTest() throws Exception {
        assertThat(driven())
                .containsExactlyInAnyOrderElementsOf(OfficialApis.all())
                .hasSizeGreaterThan(25);
    }

    /** Of the tests beside this one, each with its client. */
    private static List<Class<?>> driven() throws IOException, URISyntaxException {
        URI here = requireNonNull(OfficialCoverageTest.class.getResource("")).toURI();
        try (Stream<Path> files = Files.list(Path.of(here))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("IT.class"))
                    .flatMap(name -> clients(name.substring(0, name.length() - ".class".length())))
                    .<Class<?>>flatMap(client -> client.apis().stream())
                    .toList();
        }
    }

    private static Stream<OfficialClient> clients(String test) {
        try {
            return Arrays.stream(Class.forName(OfficialCoverageTest.class.getPackageName() + '.' + test)
                            .getDeclaredFields())
                    .filter(field -> field.getType() == OfficialClient.class && Modifier.isStatic(field.getModifiers()))
                    .map(field -> {
                        try {
                            return (OfficialClient) requireNonNull(field.get(null));
                        } catch (IllegalAccessException hidden) {
                            throw new AssertionError(hidden);
                        }
                    });
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
