package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.GET;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds the public API of all modules against the glossary in CONTRIBUTING; and the rules against what breaks them. */
class GlossaryTest {
    private static final Glossary GLOSSARY = new Glossary();
    private static final List<Class<?>> TYPES = ApiModules.publicTypes();
    private static final String[] PACKAGES_OF_SEVERAL_MODULES = {
        "io.github.mailgunreactor.core", "io.github.mailgunreactor.keys", "io.github.mailgunreactor.simulator"
    };

    @Test
    void findsEveryApiModuleOnTheClassPath() {
        assertThat(ApiModules.all())
                .as("the contract module depends on every api-* folder")
                .allMatch(module -> isThere(module.packageName() + ".package-info"));
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, GlossaryTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    @Test
    void methodsOfApiClassesStartWithAVerbOfTheTable() {
        assertThat(GLOSSARY.verbs(TYPES)).isEmpty();
    }

    @Test
    void whatAMethodGivesFollowsFromItsVerb() {
        assertThat(GLOSSARY.returnTypes(TYPES)).isEmpty();
    }

    @Test
    void noApiMethodTakesAPositionalBoolean() {
        assertThat(GLOSSARY.switches(TYPES)).isEmpty();
    }

    @Test
    void noFactoryReadsAsAFurtherStep() {
        assertThat(GLOSSARY.factories(TYPES)).isEmpty();
    }

    @Test
    void pageSizeAndPositionHaveOneName() {
        assertThat(GLOSSARY.positions(TYPES)).isEmpty();
    }

    @Test
    void parameterSetsAreNamedForWhatTheyAreFor() {
        assertThat(GLOSSARY.parameterNames(TYPES)).isEmpty();
    }

    @Test
    void noPublicNameIsThereTwiceAcrossModules() {
        List<JavaClass> all = PublishedModules.all().stream()
                .flatMap(module -> module.classes().stream())
                .toList();
        assertThat(all).extracting(JavaClass::getPackageName).contains(PACKAGES_OF_SEVERAL_MODULES);
        assertThat(GLOSSARY.namesThere(all)).isEmpty();
    }

    @Test
    void countsAreLongsAndSecondsAreDurations() {
        assertThat(GLOSSARY.numbers(TYPES)).isEmpty();
    }

    @Test
    void thereIsOneWordForOneThing() {
        assertThat(GLOSSARY.words(TYPES)).isEmpty();
    }

    /** Each rule finds what breaks it. */
    @Nested
    class Planted {
        private final List<Class<?>> planted =
                List.of(PlantedApi.class, PlantedFilter.class, Oddity.class, BackgroundChange.class);

        @Test
        void verbs() {
            assertThat(GLOSSARY.verbs(planted))
                    .containsExactly("PlantedApi.updateThing starts with no verb of the table");
        }

        @Test
        void returnTypes() {
            assertThat(GLOSSARY.returnTypes(planted))
                    .containsExactlyInAnyOrder(
                            "PlantedApi.list gives Mono, but lists, and only they, give PagedFlux",
                            "PlantedApi.getAll gives PagedFlux, but lists, and only they, give PagedFlux",
                            "PlantedApi.delete gives Flux in place of Mono",
                            "PlantedApi.add gives String in place of Mono or Flux");
        }

        @Test
        void switches() {
            assertThat(GLOSSARY.switches(planted)).containsExactly("PlantedApi.enroll takes a positional boolean");
        }

        @Test
        void factories() {
            assertThat(GLOSSARY.factories(planted))
                    .containsExactlyInAnyOrder(
                            "PlantedFilter.after reads as a further step",
                            "PlantedFilter.of reads as a further step",
                            "PlantedFilter.ALL is no factory");
        }

        @Test
        void positions() {
            assertThat(GLOSSARY.positions(planted))
                    .containsExactlyInAnyOrder(
                            "PlantedFilter.limit is a word of the wire: pageSize or skip",
                            "PlantedFilter.pageSize does not take an int",
                            "PlantedFilter.skip does not take a long");
        }

        @Test
        void parameterNames() {
            assertThat(GLOSSARY.parameterNames(planted))
                    .containsExactly(
                            "Oddity is no NewX, XChange, XFilter or XQuery",
                            "BackgroundChange is a record with the name of a parameter set");
        }

        @Test
        void namesThere() {
            assertThat(GLOSSARY.namesThere(classes(String.class, GlossaryTest.class)))
                    .isEmpty();
            assertThat(GLOSSARY.namesThere(classes(java.util.Date.class, java.sql.Date.class)))
                    .containsExactly("Date is in [java.sql, java.util]");
        }

        private JavaClasses classes(Class<?>... types) {
            return new ClassFileImporter().importClasses(types);
        }

        @Test
        void numbers() {
            assertThat(GLOSSARY.numbers(planted))
                    .containsExactly(
                            "BackgroundChange.totalCount counts with an Integer",
                            "BackgroundChange.messageTtl is a number in place of a Duration");
        }

        @Test
        void words() {
            assertThat(GLOSSARY.words(planted))
                    .containsExactly("BackgroundChange.lastAnswer has a word that another one stands for");
        }
    }

    /** Breaks each rule for methods of API classes once. */
    @SuppressWarnings("unused") // read by reflection
    public static final class PlantedApi {
        private final MailgunClient mailgun;

        public PlantedApi(MailgunClient mailgun) {
            this.mailgun = mailgun;
        }

        public Mono<String> updateThing() {
            return Mono.empty();
        }

        public Mono<String> list() {
            return Mono.empty();
        }

        public PagedFlux<String, Listing<String>> getAll() {
            return mailgun.list(GET.path("/v3/all").listing(String.class, NextPage.none()));
        }

        public Flux<String> delete() {
            return Flux.empty();
        }

        public String add() {
            return "";
        }

        public Mono<String> enroll(boolean all) {
            return Mono.just("" + all);
        }

        public Mono<String> verify() {
            return Mono.empty();
        }
    }

    /** Breaks each rule for parameter sets once. */
    @SuppressWarnings("unused") // read by reflection
    public static final class PlantedFilter extends ParamSet<PlantedFilter> {
        public static final PlantedFilter ALL = new PlantedFilter(Params.NONE);

        private PlantedFilter(Params params) {
            super(params, PlantedFilter::new);
        }

        public static PlantedFilter all() {
            return ALL;
        }

        public static PlantedFilter after(String address) {
            return ALL.with("after", address);
        }

        public static PlantedFilter of(String one) {
            return ALL.with("one", one);
        }

        public PlantedFilter of(int two) {
            return with("two", two);
        }

        public PlantedFilter limit(int perPage) {
            return with("limit", perPage);
        }

        public PlantedFilter pageSize(String size) {
            return with("limit", size);
        }

        public PlantedFilter skip(int items) {
            return with("skip", items);
        }
    }

    /** A parameter set that does not say what it is for. */
    public static final class Oddity extends ParamSet<Oddity> {
        private Oddity(Params params) {
            super(params, Oddity::new);
        }
    }

    /** A record that looks like parameters, and breaks each rule for records once. */
    public record BackgroundChange(Integer totalCount, Integer messageTtl, String lastAnswer) {}
}
