package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mailgunreactor.core.internal.WireDate;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the live API was recorded sending is read. Skipped where the recordings do not stand beside the repository. */
class RecordedSamplesTest {
    /** The names of fields that hold nothing but a date. */
    private static final Pattern DATE_FIELD = Pattern.compile(
            "(created|updated|expires|seen|first_seen|last_seen|start|end|created_at|updated_at|createdAt|@timestamp"
                    + "|timestamp|opened_at|disabled_until|until|last_login)");

    @Test
    void everyDateOfTheListOfFormatsIsRead() throws IOException {
        String facts = Files.readString(api().resolve("wire-facts.md"), StandardCharsets.UTF_8);
        int from = facts.indexOf("## Dates in answers");
        String table = facts.substring(from, facts.indexOf("\n\n", facts.indexOf("|---|", from)));

        List<String> dates = new ArrayList<>();
        table.lines().map(line -> line.split("`")).forEach(row -> {
            for (int quoted = 1; quoted < row.length; quoted += 2) {
                if (row[quoted].matches(".*\\d{4}.*") && !row[quoted].contains("/")) {
                    dates.add(row[quoted]);
                }
            }
        });

        assertThat(dates).hasSizeGreaterThanOrEqualTo(10).allSatisfy(date -> {
            Instant instant = WireDate.parse(date);
            assertThat(instant == null).isEqualTo(date.startsWith("0001"));
        });
    }

    @Test
    void everyDateOfTheRecordingsIsRead() throws IOException {
        List<String> dates = new ArrayList<>();
        for (Map<?, ?> recording : recordings()) {
            forEachScalar(body(recording), (name, value) -> {
                boolean text = value instanceof String string && string.matches(".*\\d{4}.*") && !string.contains("{");
                if (DATE_FIELD.matcher(name).matches() && (text || value instanceof Number)) {
                    dates.add(value.toString());
                }
            });
        }

        assertThat(dates)
                .hasSizeGreaterThan(50)
                .allSatisfy(date -> assertThat(year(date)).isBetween(1970, 2100));
    }

    private static int year(String date) {
        Instant instant = WireDate.parse(date);
        return instant == null ? 1970 : instant.atZone(ZoneOffset.UTC).getYear();
    }

    @Test
    void everyRecordedErrorHasAMessageOrATimeToRetryOrIsAPage() throws IOException {
        int read = 0;
        for (Map<?, ?> recording : recordings()) {
            if (!"error".equals(recording.get("kind")) || !(recording.get("status") instanceof Long status)) {
                continue;
            }
            String body = text(recording);
            Throwable failure =
                    Objects.requireNonNull(FakeTransport.answering(FakeResponse.json(status.intValue(), body))
                            .client()
                            .send(Method.GET.path("/v1/x").asText())
                            .map(text -> (Throwable) new AssertionError("was a success"))
                            .onErrorResume(Mono::just)
                            .block());
            ErrorStatusException error = (ErrorStatusException) failure;
            assertThat(error.serverMessage() != null || error.retryAt(Instant.EPOCH) != null)
                    .as(recording.get("file") + ": " + body)
                    .isEqualTo(!body.isBlank() && !body.startsWith("<"));
            read++;
        }

        assertThat(read).isGreaterThan(20);
    }

    private static Path api() {
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            Path api = directory.resolve("../shared/mailgun-api").normalize();
            if (Files.isDirectory(api)) {
                return api;
            }
        }
        assumeTrue(false, "there are no recordings beside the repository");
        throw new AssertionError("skipped");
    }

    private static List<Map<?, ?>> recordings() throws IOException {
        byte[] index = Files.readAllBytes(api().resolve("samples/index.json"));
        List<?> rows = Objects.requireNonNull((List<?>) Json.readAny(index));
        List<Map<?, ?>> recordings = new ArrayList<>();
        rows.forEach(row -> recordings.add((Map<?, ?>) row));
        return recordings;
    }

    private static String text(Map<?, ?> recording) throws IOException {
        return Files.readString(api().resolve("samples").resolve(String.valueOf(recording.get("file"))));
    }

    private static @Nullable Object body(Map<?, ?> recording) throws IOException {
        String text = text(recording);
        boolean json = Stream.of("{", "[").anyMatch(text.strip()::startsWith);
        return json ? Json.readAny(text.getBytes(StandardCharsets.UTF_8)) : null;
    }

    private static void forEachScalar(@Nullable Object json, BiConsumer<String, Object> consumer) {
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                if (value instanceof String || value instanceof Number) {
                    consumer.accept(String.valueOf(name), value);
                }
                forEachScalar(value, consumer);
            });
        } else if (json instanceof List<?> list) {
            list.forEach(element -> forEachScalar(element, consumer));
        }
    }
}
