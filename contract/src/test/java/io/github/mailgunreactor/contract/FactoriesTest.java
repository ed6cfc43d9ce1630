package io.github.mailgunreactor.contract;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A static factory of a value that is made step by step must not have a name that reads as a further step: Java compiles
 * {@code Filter.where(a).where(b)}, and the first condition is lost.
 */
class FactoriesTest {
    private static final String ROOT = "io.github.mailgunreactor";
    private static final String TEST_TOOLS = ".*\\.(testing|contract|resilience)|.*\\.simulator\\.internal.*";

    /** What begins a value whatever it is of; the glossary of CONTRIBUTING.md has them. */
    private static final Set<String> BEGINNINGS = Set.of("of", "all", "none", "defaults", "create", "builder", "parse");

    /** Kinds: nouns that say which one of several things begins, and that no further step could be called. */
    private static final Set<String> KINDS = Set.of(
            "Attempt.first",
            "DkimAuthorityChange.own",
            "DynamicPoolIps.empty",
            "NewKey.sending",
            "NewKey.web",
            "Part.bytes",
            "Part.file",
            "Part.once",
            "Part.publisher",
            "RotationChange.automatic",
            "RotationChange.manual");

    @Test
    void noFactoryReadsAsAFurtherStep() {
        Set<String> found = violations(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT)
                .that(describe("users see", type -> !type.getPackageName().matches(TEST_TOOLS))));

        // Exactly: a kind that is no more would let the fault come back under its name.
        assertThat(found).as("factories that read as a further step").isEqualTo(KINDS);
    }

    @Test
    void findsAPlantedViolation() {
        assertThat(violations(new ClassFileImporter().importClasses(Planted.class)))
                .containsExactly("FactoriesTest$Planted.where");
    }

    /** Names of public static methods that give their own class, where a public method of an instance does so too. */
    private static Set<String> violations(JavaClasses classes) {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            if (!type.getModifiers().contains(JavaModifier.PUBLIC) || type.isEnum() || !isMadeStepByStep(type)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                String name = type.getName().substring(type.getPackageName().length() + 1) + '.' + method.getName();
                if (isStatic(method) && givesItsOwn(method) && !isBeginning(method.getName())) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isMadeStepByStep(JavaClass type) {
        return type.isAssignableTo("io.github.mailgunreactor.core.ParamSet")
                || type.getMethods().stream().anyMatch(method -> !isStatic(method) && givesItsOwn(method));
    }

    /** {@code ofPool} says as plainly as {@code of} that a value begins. */
    private static boolean isBeginning(String name) {
        return BEGINNINGS.contains(name) || name.matches("of[A-Z]\\w*");
    }

    private static boolean isStatic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean givesItsOwn(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawReturnType().equals(method.getOwner());
    }

    /** A value with a factory of the kind that this test is there to find. */
    public static final class Planted {
        public static Planted where(String condition) {
            return new Planted();
        }

        public static Planted of(String condition) {
            return new Planted();
        }

        public Planted and(String condition) {
            return this;
        }
    }
}
