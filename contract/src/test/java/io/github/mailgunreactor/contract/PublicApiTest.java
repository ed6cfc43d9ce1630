package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public API as it is committed below {@code docs/api}: who changes it shows the change in the same commit. With
 * {@code -Dapi.write=true} the listings are written anew. The modules for Spring are looked at where they were compiled, which a
 * build of the whole project has done before.
 */
public class PublicApiTest {
    static List<PublishedModules.Module> modules() {
        return PublishedModules.all();
    }

    @BeforeAll
    static void writeItIfAsked() {
        if (Boolean.getBoolean("api.write")) {
            modules().stream()
                    .filter(module -> !module.classes().isEmpty())
                    .forEach(module -> PublishedModules.write(PublicApi.file(module), PublicApi.of(module.classes())));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isWhatIsCommitted(PublishedModules.Module module) {
        List<JavaClass> classes = module.classes();
        assumeFalse(classes.isEmpty(), "not compiled since its sources changed");

        assertThat(PublishedModules.textIfThere(PublicApi.file(module)))
                .as("%s; written anew by -Dtest=PublicApiTest -Dapi.write=true", PublicApi.file(module))
                .isEqualTo(PublicApi.of(classes));
    }

    @Test
    void showsTypesMembersGenericsAndWhatMayBeNull() {
        assertThat(PublicApi.of(List.of(PublishedModules.here().get(ContractRow.class))))
                .startsWith("public record io.github.mailgunreactor.contract.ContractRow\n")
                .contains("  public java.lang.String json() null: returned\n");
        assertThat(PublicApi.of(new ClassFileImporter()
                        .importClasses(Shown.class, Hidden.class).stream().toList()))
                .isEqualTo("""
                        public interface io.github.mailgunreactor.contract.PublicApiTest$Shown<T extends java.lang.Number>
                          public abstract <S extends T> java.util.Map<java.lang.String, ? extends S> of(S[], java.util.List<? super S>) throws java.lang.Exception
                        """);
    }

    /** Stands for what users see. */
    public interface Shown<T extends Number> {
        <S extends T> Map<String, ? extends S> of(S[] several, List<? super S> list) throws Exception;
    }

    interface Hidden {
        @Nullable
        String text();
    }
}
