package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.OpenValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a native image must know. Which types there are is found in the folders of the sources, not by what registers them. */
class MailgunRuntimeHintsTest {
    private final RuntimeHints hints = new RuntimeHints();

    MailgunRuntimeHintsTest() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(registrar -> registrar.getClass() == MailgunRuntimeHints.class)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));
    }

    @Test
    void everyRecordAndOpenValueOfEveryModuleCanBeMade() {
        List<Class<?>> read = types();

        assertThat(read).hasSizeGreaterThan(150);
        assertThat(read).allMatch(type -> hasHint(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }

    @Test
    void everyAccessorOfARecordCanBeCalled() {
        assertThat(types().stream().filter(Class::isRecord))
                .allMatch(type -> hasHint(type, MemberCategory.INVOKE_DECLARED_METHODS)
                        && hasHint(type, MemberCategory.INVOKE_PUBLIC_METHODS));
    }

    private boolean hasHint(Class<?> type, MemberCategory category) {
        return RuntimeHintsPredicates.reflection()
                .onType(type)
                .withMemberCategory(category)
                .test(hints);
    }

    @Test
    void theTransportOfTheClassPathIsFound() {
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("META-INF/services/io.github.mailgunreactor.core.transport.TransportProvider")
                        .test(hints))
                .isTrue();
    }

    /** Nested and private ones too: {@code Outer$Inner}. */
    private static List<Class<?>> types() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> {
                        String name = module.getFileName().toString();
                        return name.startsWith("api-") || name.equals("core") || name.equals("events");
                    })
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .flatMap(MailgunRuntimeHintsTest::classesBelow)
                    .filter(type -> type.isRecord()
                            || (OpenValue.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Class<?>> classesBelow(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(classes::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(
                            file -> type(file.substring(0, file.length() - 6).replace('/', '.')))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, MailgunRuntimeHintsTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
