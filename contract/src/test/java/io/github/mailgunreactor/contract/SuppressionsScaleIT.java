package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SuppressionSeeds;
import io.github.mailgunreactor.suppressions.BouncesApi;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/**
 * Lists, adds and imports a lot in a JVM of its own with a heap of 64 MB ({@link SmallHeapCaller}). In each build it is
 * enough to show that it runs; {@code -Dsoak=true} makes it a million bounces listed, a quarter of a million added, and
 * files of 1 GB:
 *
 * <pre>mvn -ntp verify -pl contract -am -Dit.test=SuppressionsScaleIT -Dsoak=true ...</pre>
 */
class SuppressionsScaleIT {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int LISTED = SOAK ? 1_000_000 : 20_000;
    private static final int ADDED = SOAK ? 250_000 : 10_000;
    private static final long IMPORTED_BYTES = SOAK ? 1L << 30 : 4L << 20;

    private static final Simulator SIMULATOR = Simulator.start();
    private final SuppressionSeeds seeds = SIMULATOR.suppressions(SmallHeapCaller.DOMAIN);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add(SmallHeapCaller.DOMAIN);
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void listsEverythingPageByPage() throws Exception {
        seeds.addBounces(IntStream.range(0, LISTED).mapToObj(SmallHeapCaller::address));

        String report = call("list");

        assertThat(report).startsWith("listed " + LISTED + " ");
        // A last page that is full does not tell that it is the last one.
        assertThat(SIMULATOR.journal().count()).isEqualTo(LISTED / 1000 + 1);
    }

    @Test
    void asksForOnePageWhereTenItemsAreWanted() {
        seeds.addBounces(IntStream.range(0, 5000).mapToObj(SmallHeapCaller::address));

        try (MailgunClient mailgun = client()) {
            StepVerifier.create(
                            new BouncesApi(mailgun).list(SmallHeapCaller.DOMAIN).take(10))
                    .expectNextCount(10)
                    .verifyComplete();
        }

        assertThat(SIMULATOR.journal().count()).isEqualTo(1);
    }

    @Test
    void asksForNoFourthPageWhenItIsCancelledInTheMiddleOfTheThird() {
        seeds.addBounces(IntStream.range(0, 5000).mapToObj(SmallHeapCaller::address));

        try (MailgunClient mailgun = client()) {
            StepVerifier.create(new BouncesApi(mailgun).list(SmallHeapCaller.DOMAIN))
                    .expectNextCount(2500)
                    .thenCancel()
                    .verify(Duration.ofSeconds(20));
        }

        assertThat(SIMULATOR.journal().count()).isEqualTo(3);
    }

    @Test
    void addsEverythingButTheOneBatchThatIsRefused() throws Exception {
        String report = call("add", String.valueOf(ADDED));

        int requests = ADDED / 1000;
        assertThat(report)
                .startsWith("added " + (ADDED - 1000) + " with " + (requests - 1)
                        + " requests, 1 failed with status 400" + " and 1000 addresses ");
        assertThat(SIMULATOR.journal().count()).isEqualTo(requests);
        assertThat(new HashSet<>(seeds.bounces())).hasSize(ADDED - 1000);
    }

    @Test
    void importsContentThatIsMadeWhileItIsSent() throws Exception {
        String report = call("import", String.valueOf(IMPORTED_BYTES));

        assertThat(report).startsWith("imported " + IMPORTED_BYTES + " bytes");
        assertImported();
    }

    @Test
    void importsAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bounces.csv");
        write(file);

        String report = call("import-file", file.toString());

        assertThat(report).startsWith("imported " + IMPORTED_BYTES + " bytes");
        assertImported();
    }

    private void assertImported() {
        assertThat(SIMULATOR
                        .journal()
                        .only("POST /v3/{domain_name}/bounces/import")
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(IMPORTED_BYTES));
        // The last row fills the file up to its size and is no address.
        assertThat(seeds.bounces()).hasSize(SmallHeapCaller.DISTINCT_ROWS);
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (String block : SmallHeapCaller.csv(IMPORTED_BYTES)) {
                writer.write(block);
            }
        }
    }

    private static MailgunClient client() {
        return MailgunClient.builder(SIMULATOR.key())
                .region(Region.at(SIMULATOR.baseUrl()))
                .build();
    }

    private static String call(String... arguments) throws IOException, InterruptedException {
        return SmallHeapCaller.run(SIMULATOR, arguments);
    }
}
