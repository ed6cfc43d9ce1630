package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names by which applications with a module descriptor require our jars, which have none. */
class ModuleNamesTest {
    private static final Pattern NAME = Pattern.compile("<module.name>([^<]+)</module.name>");

    static List<PublishedModules.Module> modules() {
        return PublishedModules.all();
    }

    private static String name(PublishedModules.Module module) {
        Matcher name = NAME.matcher(GuideCode.text(module.folder().resolve("pom.xml")));
        assertThat(name.find()).as("%s has a module.name", module).isTrue();
        return name.group(1);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isThePackageThatAllTypesAreInOrBelow(PublishedModules.Module module) {
        String name = name(module);

        assertThat(module.classes())
                .extracting(JavaClass::getPackageName)
                .allMatch(packageName -> (packageName + '.').startsWith(name + '.'));
        assertThat(module.folder().resolve("src/main/java").resolve(name.replace('.', '/')))
                .isDirectoryContaining("glob:**.java");
    }

    @Test
    void areAllDifferent() {
        assertThat(modules().stream().map(ModuleNamesTest::name))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isInTheGuide(PublishedModules.Module module) {
        assertThat(GuideCode.text(PublishedModules.PROJECT.resolve("docs/guide/class-path.md")))
                .contains("| `" + module.name() + "` | `" + name(module) + "` |");
    }
}
