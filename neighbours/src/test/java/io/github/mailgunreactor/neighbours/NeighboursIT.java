package io.github.mailgunreactor.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A call on the class paths of programs that have other libraries, in the order that Maven gives and backwards. Written as the
 * guide says, the call works, and so does Reactor Netty's own client. Written as one would without having read it, the program is told what is wrong.
 */
@Timeout(300)
class NeighboursIT {
    private static final Simulator SIMULATOR = Simulator.start();

    /** What a name ends with where nothing was done for the neighbours. */
    private static final String ALONE = "-alone";

    private static final String MODULAR = "modular";

    /** What Reactor Netty's client logs of the simulator, which it takes for a server that speaks TLS. */
    private static final String NO_TLS_SERVER = "NotSslRecordException";

    /** What the guide gives to jlink. */
    private static final String JDK_MODULES = "java.logging,java.naming,jdk.unsupported,jdk.crypto.ec";

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static Stream<String> names() {
        try (Stream<Path> folders = Files.list(ClassPath.FOLDERS)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(MODULAR) && ClassPath.isResolved(name))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean works(String name) {
        // Spring Boot 4.1 has all that calls need, and is warned of its Netty.
        return !name.endsWith(ALONE) || name.equals("spring-boot-4.1-alone");
    }

    private static Stream<Arguments> inBothOrders(Stream<String> names) {
        return names.flatMap(name -> Stream.of(Arguments.of(name, "declared"), Arguments.of(name, "reversed")));
    }

    static Stream<Arguments> prepared() {
        return inBothOrders(names().filter(NeighboursIT::works));
    }

    static Stream<Arguments> unprepared() {
        return inBothOrders(names().filter(name -> !works(name)));
    }

    private static ClassPath.Result call(String name, String order) throws IOException, InterruptedException {
        ClassPath declared = ClassPath.of(name);
        ClassPath.Result result = (order.equals("declared") ? declared : declared.reversed())
                .run(OneCall.class, SimulatorBuilder.DEFAULT_KEY, SIMULATOR.baseUrl());
        tell(name + ", " + order + " order", result);
        return result;
    }

    private static void tell(String what, ClassPath.Result result) {
        System.out.printf(
                "%s: %s%n",
                what,
                result.output()
                        .lines()
                        .filter(line ->
                                !line.startsWith("SLF4J") && !line.startsWith("\tat ") && !line.contains(NO_TLS_SERVER))
                        .reduce("", (said, line) -> said + "\n  " + line));
    }

    @ParameterizedTest
    @MethodSource("prepared")
    void aCallWorksBeside(String name, String order) throws Exception {
        ClassPath.Result result = call(name, order);

        assertItWorks(result);
        assertThat(result.output()).contains("another client speaks TLS");
        assertThat(SIMULATOR.journal().all())
                .last()
                .satisfies(request -> assertThat(request.header("User-Agent"))
                        .isEqualTo("mailgun-reactor/" + MailgunClient.version()));
    }

    private static void assertItWorks(ClassPath.Result result) {
        assertThat(result.output()).contains("keys: ");
        assertThat(result.output().lines().filter(line -> !line.contains(NO_TLS_SERVER)))
                .noneMatch(line -> line.contains("Exception") || line.contains("Error"));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void callsWorkFromANamedModule() throws Exception {
        ClassPath.Result result = ClassPath.of(MODULAR)
                .runModule(
                        "io.github.mailgunreactor.neighbours.modular/"
                                + "io.github.mailgunreactor.neighbours.modular.ModularCall",
                        SimulatorBuilder.DEFAULT_KEY,
                        SIMULATOR.baseUrl());
        tell(MODULAR, result);

        assertItWorks(result);
        assertThat(result.output()).contains("in module io.github.mailgunreactor.neighbours.modular");
    }

    @Test
    void aCallWorksOnAnImageOfTheModulesThatTheGuideNames(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("image");
        ClassPath.Result linked = ClassPath.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                JDK_MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString()));
        assertThat(linked.exitCode()).as(linked.output()).isZero();

        ClassPath.Result result =
                ClassPath.of("shaded").run(image, OneCall.class, SimulatorBuilder.DEFAULT_KEY, SIMULATOR.baseUrl());
        tell("an image of " + JDK_MODULES + ", " + size(image) / 1_000_000 + " MB", result);

        assertItWorks(result);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @ParameterizedTest
    @MethodSource("unprepared")
    void theConflictIsToldBeside(String name, String order) throws Exception {
        ClassPath.Result result = call(name, order);

        assertThat(result.output())
                .contains("ClassPathConflictException: the class path has versions that do not work")
                .contains("mailgun-reactor-bom")
                .doesNotContain("keys: ", "NoSuchMethodError", "NoClassDefFoundError", "NoResponseException");
        assertThat(result.exitCode()).isNotZero();
    }
}
