package io.github.mailgunreactor.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes with an API class goes with each of them: no list says which ones there are. */
class CompletenessTest {
    private static final List<Class<?>> APIS = ApiModules.apis();
    private static final Set<ApiModules.Module> MODULES =
            APIS.stream().map(ApiModules::moduleOf).collect(toSet());

    @Test
    void everyApiClassIsCalledByARow() {
        Set<String> called = callers().stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getName().equals("<init>"))
                .map(access -> access.getTargetOwner().getName())
                .collect(toSet());

        assertThat(APIS).isNotEmpty().allMatch(api -> called.contains(api.getName()), "is called by a contract row");
    }

    private static List<JavaClass> callers() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(CompletenessTest.class.getPackageName())
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Contract"))
                        .toList();
    }

    @Test
    void everyModuleHasATable() {
        assertThat(ContractTables.ALL.stream().map(ContractTable::module))
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.stream().map(ApiModules.Module::name).toList());
    }

    @Test
    void everyModuleIsInTheCatalogue() {
        assertThat(Catalogue.all().stream().map(Catalogue.Operation::module).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.stream().map(ApiModules.Module::name).toList());
    }

    @Test
    void everyModuleHasAKotlinCaller() throws IOException {
        StringBuilder callers = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("../kotlin-check/src/test/kotlin"))) {
            files.filter(file -> file.toString().endsWith("IT.kt"))
                    .forEach(file -> callers.append(GuideCode.text(file)));
        }

        assertThat(MODULES)
                .allMatch(
                        module -> callers.indexOf("import " + module.packageName() + ".") >= 0,
                        "is imported by a test of kotlin-check");
    }
}
