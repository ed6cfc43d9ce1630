package io.github.mailgunreactor.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The API modules as their folders have them: {@code api-*}, each with one package. Nobody has to add a module to a list,
 * and one that this module does not depend on fails the tests that ask here.
 */
final class ApiModules {
    private static final String ROOT = "io/github/mailgunreactor/";

    private ApiModules() {}

    /** A module and the package that all its types are in or below. */
    record Module(String name, String packageName) {
        boolean has(Class<?> type) {
            return type.getPackageName().equals(packageName)
                    || type.getPackageName().startsWith(packageName + '.');
        }
    }

    static List<Module> all() {
        return in(Path.of(".."));
    }

    /** The modules of a project in another folder. */
    static List<Module> in(Path project) {
        try (Stream<Path> folders = Files.list(project)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("api-"))
                    .sorted()
                    .map(ApiModules::module)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Module module(Path folder) {
        Path packages = folder.resolve("src/main/java").resolve(ROOT);
        try (Stream<Path> below = Files.list(packages)) {
            Path only = below.filter(Files::isDirectory).findFirst().orElseThrow();
            return new Module(folder.getFileName().toString(), (ROOT + only.getFileName()).replace('/', '.'));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All packages as ArchUnit writes a package and what is below it. */
    static String[] packagesAndBelow() {
        return all().stream().map(module -> module.packageName() + "..").toArray(String[]::new);
    }

    /** The public types of all API modules, nested ones too; none of a module that is not on the class path. */
    static List<Class<?>> publicTypes() {
        return publicTypesOf(all().stream().map(Module::packageName).toArray(String[]::new));
    }

    /** The public types of these packages and of those below them. */
    static List<Class<?>> publicTypesOf(String... packages) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packages).stream()
                        .filter(ApiModules::isPublic)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static boolean isPublic(JavaClass type) {
        return !type.isAnonymousClass()
                && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ApiModules::isPublic).orElse(true);
    }

    /** The API classes of all modules. */
    static List<Class<?>> apis() {
        return publicTypes().stream().filter(ApiModules::isApi).toList();
    }

    static boolean isApi(Class<?> type) {
        return type.getSimpleName().endsWith("Api");
    }

    /** The module of a type. */
    static Module moduleOf(Class<?> type) {
        return Objects.requireNonNull(
                all().stream().filter(module -> module.has(type)).findFirst().orElse(null), type.getName());
    }
}
