package io.github.mailgunreactor.contract;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The rules that keep the modules apart and main code non-blocking. */
class ArchitectureTest {
    private static final String ROOT = "io.github.mailgunreactor";
    private static final String[] API_MODULES = ApiModules.packagesAndBelow();
    /** Runnable or for tests: there, blocking a main thread is right. */
    private static final String[] PROGRAMS = {
        ROOT + ".contract..", ROOT + ".testing..", ROOT + ".core.testing..", ROOT + ".simulator..", ROOT + ".examples.."
    };

    private static final Set<String> BLOCKING_OR_HOPPING = Set.of(
            "block",
            "blockFirst",
            "blockLast",
            "blockOptional",
            "toIterable",
            "toStream",
            "toFuture",
            "publishOn",
            "subscribeOn",
            "cancelOn");

    /** Whoever calls a method of such a name from Kotlin has to put it into backticks. */
    private static final Set<String> KOTLIN_KEYWORDS =
            Set.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val", "var", "when");

    /** All that API modules know of the rooms of core but batches: what a response has beside its value. */
    private static final Set<String> BESIDE_THE_VALUE =
            Set.of(ROOT + ".core.transport.ResponseHead", ROOT + ".core.observation.UnreadableItem");

    private static JavaClasses main;

    @BeforeAll
    static void readTheClasses() {
        main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(ROOT)
                .that(not(resideInAnyPackage(ROOT + ".core.testing..", "..planted..")));
    }

    @Test
    void apiModulesSeeCoreAndEachOtherNot() {
        for (String module : API_MODULES) {
            seesCoreOnly(module).check(main);
        }
    }

    private static ArchRule seesCoreOnly(String module) {
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(describe(
                                "stand beside the value of a response",
                                (JavaClass type) -> BESIDE_THE_VALUE.contains(type.getName()))
                        .or(resideInAnyPackage(
                                module,
                                ROOT + ".core",
                                ROOT + ".core.batch",
                                ROOT + ".events",
                                "java..",
                                "reactor..",
                                "org.reactivestreams..",
                                "org.jspecify.annotations..",
                                "com.fasterxml.jackson.annotation..",
                                // Optional, for who has it: see JakartaMail.
                                "jakarta.mail..",
                                "javax.crypto..")))
                .allowEmptyShould(true);
    }

    @Test
    void nettyIsSeenByItsTransportAndTheSimulatorOnly() {
        netty().check(main);
    }

    private static ArchRule netty() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".netty..", ROOT + ".simulator..")
                .and(not(describe(
                        "are the pool gauges", type -> type.getName().startsWith(ROOT + ".micrometer.PoolGauges"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "reactor.netty..");
    }

    @Test
    void slf4jIsSeenByTheCallLogOnly() {
        slf4j().check(main);
    }

    private static ArchRule slf4j() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .and(not(describe(
                        "are the call log", type -> type.getSimpleName().equals("CallLog"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..");
    }

    @Test
    void interceptorModulesSeeCoreAndTheirOwnLibraryOnly() {
        assertThat(InterceptorModules.in(main)).contains(ROOT + ".micrometer..", ROOT + ".bucket4j..");
        interceptors(main).check(main);
    }

    private static ArchRule interceptors(JavaClasses classes) {
        return noClasses()
                .that()
                .resideInAnyPackage(InterceptorModules.in(classes))
                .and(not(describe(
                        "count what webhooks were answered",
                        type -> type.getName().startsWith(ROOT + ".micrometer.WebhookReplyCounter"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(API_MODULES)
                        .or(resideInAnyPackage(ROOT + ".netty..", ROOT + ".core.internal..")));
    }

    @Test
    void jacksonIsSeenByCoreInternalsOnlyExceptForItsAnnotations() {
        jackson().check(main);
    }

    private static ArchRule jackson() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".core.internal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                        .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))));
    }

    @Test
    void coreInternalsAreSeenByCoreOnly() {
        coreInternals().check(main);
    }

    private static ArchRule coreInternals() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".core.internal..");
    }

    @Test
    void nothingBlocksOrHopsASchedulerInMainCode() {
        blocking().check(main);
        sleeping().check(main);
    }

    private static ArchRule blocking() {
        return libraryCode().callMethodWhere(reactorCall("blocks or hops a scheduler", BLOCKING_OR_HOPPING));
    }

    private static ArchRule sleeping() {
        return libraryCode().callMethod(Thread.class, "sleep", long.class);
    }

    @Test
    void nothingSubscribesInMainCodeExceptOperators() {
        subscriptions().check(main);
    }

    private static ArchRule subscriptions() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .and(not(describe("are subscriptions", ArchitectureTest::isOperator)))
                .should()
                .callMethodWhere(reactorCall("subscribes", Set.of("subscribe"))
                        .and(not(describe("to close", ArchitectureTest::isClosing))));
    }

    @Test
    void modulesHaveNoCycles() {
        cycles(ROOT).check(main);
    }

    @Test
    void roomsOfCoreHaveNoCycles() {
        cycles(ROOT + ".core").check(main);
    }

    @Test
    void roomsOfTheSimulatorHaveNoCyclesAndKnowNothingOfItsApi() {
        cycles(ROOT + ".simulator.internal").check(main);
        simulatorInternals().check(main);
    }

    private static ArchRule cycles(String above) {
        return slices().matching(above + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule simulatorInternals() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + ".simulator.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".simulator");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(main)).isEmpty();
    }

    private static Set<String> unmarked(JavaClasses classes) {
        Set<String> marked = classes.stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(toSet());
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !marked.contains(name))
                .collect(toSet());
    }

    @Test
    void publicTypesAreFinalRecordsInterfacesEnumsOrMeantForInheritance() {
        closedTypes(API_MODULES).check(main);
    }

    private static ArchRule closedTypes(String... modules) {
        return classes()
                .that()
                .resideInAnyPackage(modules)
                .and()
                .arePublic()
                .and(describe("are classes", type -> !type.isRecord() && !type.isInterface() && !type.isEnum()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                // What several packages of a module extend has to be public.
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT);
    }

    @Test
    void noPublicNameIsAKeywordOfKotlin() {
        kotlin().check(main);
    }

    private static ArchRule kotlin() {
        return noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveNameMatching(String.join("|", KOTLIN_KEYWORDS));
    }

    /** Each rule finds what breaks it. */
    @Nested
    class Planted {
        private final JavaClasses planted = new ClassFileImporter()
                .importPackages(ROOT + ".planted", ROOT + ".bucket4j.planted", ROOT + ".simulator.internal.planted");

        @Test
        void anApiModuleThatSeesAnother() {
            assertFinds("Culprit.seesAnotherModule", seesCoreOnly(ROOT + ".planted.alpha.."));
        }

        @Test
        void netty() {
            assertFinds("Culprit.seesNetty", ArchitectureTest.netty());
        }

        @Test
        void slf4j() {
            assertFinds("KnowsTooMuch.seesSlf4j", ArchitectureTest.slf4j());
        }

        @Test
        void anInterceptorThatSeesAnApiModule() {
            assertFinds("KnowsTooMuch.seesAnApiModule", interceptors(planted));
        }

        @Test
        void jackson() {
            assertFinds("Culprit.seesJackson", ArchitectureTest.jackson());
        }

        @Test
        void coreInternals() {
            assertFinds("Culprit.seesCoreInternals", ArchitectureTest.coreInternals());
        }

        @Test
        void blockingAndSleeping() {
            assertFinds("Culprit.blocks", blocking());
            assertFinds("Culprit.sleeps", sleeping());
        }

        @Test
        void subscriptions() {
            assertFinds("Culprit.subscribes", ArchitectureTest.subscriptions());
        }

        @Test
        void cycles() {
            assertFinds("Slice alpha", ArchitectureTest.cycles(ROOT + ".planted"));
        }

        @Test
        void simulatorInternalsThatKnowTheApi() {
            assertFinds("KnowsTheApi.seesTheApi", simulatorInternals());
        }

        @Test
        void aPackageThatIsNotNullMarked() {
            assertThat(unmarked(planted)).contains(ROOT + ".planted.alpha");
        }

        @Test
        void aPublicClassThatIsNotFinal() {
            assertFinds("Culprit", closedTypes(ROOT + ".planted.."));
        }

        @Test
        void keywordsOfKotlin() {
            assertFinds("Culprit.object", ArchitectureTest.kotlin());
        }

        private void assertFinds(String culprit, ArchRule rule) {
            assertThatThrownBy(() -> rule.check(planted))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(culprit);
        }
    }

    private static ClassesShould libraryCode() {
        return noClasses().that().resideOutsideOfPackages(PROGRAMS).should();
    }

    private static DescribedPredicate<JavaMethodCall> reactorCall(String description, Set<String> names) {
        return describe(description, call -> isReactor(call) && names.contains(call.getName()));
    }

    private static boolean isReactor(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getPackageName();
        return owner.startsWith("reactor.") || owner.startsWith("org.reactivestreams");
    }

    /** {@code close()} starts what nobody may be waiting for. */
    private static boolean isClosing(JavaMethodCall call) {
        return call.getOrigin().getName().equals("dispose");
    }

    /** An operator subscribes when it is subscribed to, and its subscription to what it walks over; that is its work. */
    private static boolean isOperator(JavaClass type) {
        return type.isAssignableTo(Subscription.class)
                || type.isAssignableTo(Subscriber.class)
                || type.isAssignableTo(Publisher.class);
    }
}
