package io.github.mailgunreactor.examples;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.suppressions.Bounce;
import io.github.mailgunreactor.suppressions.BouncesApi;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes all bounces of a domain to a CSV file as the pages come in: however many they are, there is never more than a
 * page in memory. Mailgun can import the file again, {@link BouncesApi#importCsv}. Its name is the argument:
 *
 * <pre>java -cp examples/target/examples.jar io.github.mailgunreactor.examples.ExportBounces bounces.csv</pre>
 */
public final class ExportBounces {
    private static final String DOMAIN = "shop.example.com";

    private ExportBounces() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length == 0 ? "bounces.csv" : arguments[0]);
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.domains().add(DOMAIN);
            simulator
                    .suppressions(DOMAIN)
                    .addBounces(IntStream.range(0, 2500).mapToObj("customer-%04d@example.org"::formatted));
            // Only because this is a main method: a service returns the Mono to its framework.
            Long exported = export(new BouncesApi(mailgun), DOMAIN, file).block(Duration.ofMinutes(1));
            System.out.println("Wrote " + exported + " bounces to " + file + " with "
                    + simulator.journal().count() + " requests.");
        }
    }

    /** How many were written. Writing to a disk blocks, so it happens on a thread that may. */
    private static Mono<Long> export(BouncesApi bounces, String domain, Path file) {
        return Mono.using(
                        () -> open(file),
                        writer -> bounces.list(domain)
                                .publishOn(Schedulers.boundedElastic())
                                .doOnNext(bounce -> write(writer, bounce))
                                .count(),
                        ExportBounces::close,
                        true)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static BufferedWriter open(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write("address,code,error,created_at\n");
        return writer;
    }

    private static void write(BufferedWriter writer, Bounce bounce) {
        try {
            writer.write(quoted(bounce.address())
                    + ','
                    + quoted(bounce.code())
                    + ','
                    + quoted(bounce.error())
                    + ','
                    + quoted(date(bounce.createdAt()))
                    + '\n');
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    private static void close(BufferedWriter writer) {
        try {
            writer.close();
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String quoted(@Nullable String value) {
        return '"' + Objects.requireNonNullElse(value, "").replace("\"", "\"\"") + '"';
    }
}
