package io.github.mailgunreactor.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes with an API class goes with each of them: no list says which ones there are. */
class CompletenessTest {
    private static final List<ApiModules.Module> MODULES = ApiModules.all();

    @Test
    void everyModuleHasAnApiClassOnThisClassPath() {
        requireApis(MODULES);
    }

    private static void requireApis(List<ApiModules.Module> modules) {
        List<Class<?>> apis = ApiModules.apis();
        assertThat(modules)
                .isNotEmpty()
                .allMatch(module -> apis.stream().anyMatch(module::has), "is among the dependencies of this module");
    }

    @Test
    void everyApiClassIsCalledByARow() {
        requireRows(ApiModules.apis());
    }

    private static void requireRows(List<Class<?>> apis) {
        Set<String> called = callers().stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getName().equals("<init>"))
                .map(access -> access.getTargetOwner().getName())
                .collect(toSet());

        assertThat(apis).isNotEmpty().allMatch(api -> called.contains(api.getName()), "is called by a contract row");
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
        requireTables(MODULES);
    }

    private static void requireTables(List<ApiModules.Module> modules) {
        assertThat(ContractTables.ALL.stream().map(ContractTable::module))
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream().map(ApiModules.Module::name).toList());
    }

    @Test
    void everyModuleIsInTheCatalogue() {
        requireOperations(MODULES);
    }

    private static void requireOperations(List<ApiModules.Module> modules) {
        assertThat(Catalogue.all().stream().map(Catalogue.Operation::module).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream().map(ApiModules.Module::name).toList());
    }

    @Test
    void everyModuleHasAKotlinCaller() throws IOException {
        requireKotlinCallers(MODULES);
    }

    private static void requireKotlinCallers(List<ApiModules.Module> modules) throws IOException {
        StringBuilder callers = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("../kotlin-check/src/test/kotlin"))) {
            files.filter(file -> file.toString().endsWith("IT.kt"))
                    .forEach(file -> callers.append(GuideCode.text(file)));
        }

        assertThat(modules)
                .allMatch(
                        module -> callers.indexOf("import " + module.packageName() + ".") >= 0,
                        "is imported by a test of kotlin-check");
    }

    @Test
    void everyApiClassIsFoundFromTheOverviewOfTheJavadoc() {
        requireLinks(ApiModules.apis());
    }

    private static void requireLinks(List<Class<?>> apis) {
        String overview = GuideCode.text(Path.of("../docs/javadoc/overview.html"));

        assertThat(apis)
                .isNotEmpty()
                .allMatch(api -> overview.contains("{@link " + api.getName() + "}"), "is linked by the overview");
    }

    @Test
    void aForgottenModuleFailsEachOfTheseRules(@TempDir Path project) throws IOException {
        Files.createDirectories(project.resolve("api-forgotten/src/main/java/io/github/mailgunreactor/forgotten"));
        ApiModules.Module forgotten = ApiModules.in(project).get(0);
        List<ApiModules.Module> modules =
                Stream.concat(MODULES.stream(), Stream.of(forgotten)).toList();

        assertThat(forgotten).isEqualTo(new ApiModules.Module("api-forgotten", "io.github.mailgunreactor.forgotten"));
        assertFails(() -> requireApis(modules));
        assertFails(() -> requireTables(modules));
        assertFails(() -> requireOperations(modules));
        assertFails(() -> requireKotlinCallers(modules));
    }

    /** An API class that no row calls and no page names. */
    private static final class ForgottenApi {}

    @Test
    void aForgottenApiClassFailsTheRulesOnRowsAndOnTheOverview() {
        assertFails(() -> requireRows(List.of(ForgottenApi.class)));
        assertFails(() -> requireLinks(List.of(ForgottenApi.class)));
    }

    private static void assertFails(ThrowingCallable rule) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining("orgotten");
    }
}
