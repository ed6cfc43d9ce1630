package io.github.mailgunreactor.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServedOperationsTest {

    @Test
    void everyClassThatImplementsOperationsIsServed() throws Exception {
        Path classes = Path.of(Operations.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> written;
        try (Stream<Path> files = Files.walk(classes)) {
            written = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Operations.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .filter(ServedOperationsTest::isConcrete)
                    .toList();
        }

        assertThat(ServedOperations.all())
                .extracting(served -> served.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static boolean isConcrete(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Operations.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
