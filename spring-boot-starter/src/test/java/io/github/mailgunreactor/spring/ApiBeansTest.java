package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mailgunreactor.core.MailgunClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Each API class of each module is a bean. Which there are is found in the folders, so that none can be forgotten. */
class ApiBeansTest {
    private static final List<ApiClass> APIS = find();

    private record ApiClass(String module, String name) {
        Class<?> type() {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException missing) {
                throw new AssertionError("the starter's POM has no optional dependency on " + module, missing);
            }
        }

        String packageName() {
            return name.substring(0, name.lastIndexOf('.'));
        }
    }

    private static List<ApiClass> find() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> module.getFileName().toString().startsWith("api-"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ApiBeansTest::apisBelow)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<ApiClass> apisBelow(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith("Api.java"))
                    .map(file -> new ApiClass(
                            sources.getName(1).toString(),
                            sources.relativize(file)
                                    .toString()
                                    .replaceAll("\\.java$", "")
                                    .replace('/', '.')))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void thereAreApiClassesToFind() {
        assertThat(APIS).hasSizeGreaterThan(30);
    }

    @Test
    void eachIsABean() {
        Contexts.withKey()
                .run(context -> assertThat(APIS)
                        .allSatisfy(api ->
                                assertThat(context.getBeansOfType(api.type())).hasSize(1)));
    }

    @Test
    void noneIsABeanWhereThereIsNoClient() {
        Contexts.withKey()
                .withPropertyValues("mailgun.enabled=false")
                .run(context -> assertThat(APIS)
                        .allSatisfy(api ->
                                assertThat(context.getBeansOfType(api.type())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aModuleThatIsAbsentIsPassedOver() {
        return APIS.stream()
                .map(ApiClass::module)
                .distinct()
                .map(module -> dynamicTest(module, () -> {
                    String[] absent = APIS.stream()
                            .filter(api -> api.module().equals(module))
                            .map(ApiClass::packageName)
                            .distinct()
                            .toArray(String[]::new);
                    Contexts.withKey()
                            .withClassLoader(new FilteredClassLoader(absent))
                            .run(context -> {
                                assertThat(context).hasNotFailed().hasSingleBean(MailgunClient.class);
                                assertThat(APIS)
                                        .allSatisfy(api -> assertThat(context.getBeansOfType(api.type()))
                                                .hasSize(api.module().equals(module) ? 0 : 1));
                            });
                }));
    }

    @TestFactory
    Stream<DynamicTest> theApplicationsOwnBeanIsTheOnlyOne() {
        return APIS.stream()
                .map(api -> dynamicTest(
                        api.type().getSimpleName(),
                        () -> Contexts.withKey()
                                .withInitializer(context -> ((BeanDefinitionRegistry) context)
                                        .registerBeanDefinition("ownApi", new RootBeanDefinition(api.type())))
                                .run(context -> assertThat(context.getBeanNamesForType(api.type()))
                                        .containsExactly("ownApi"))));
    }
}
