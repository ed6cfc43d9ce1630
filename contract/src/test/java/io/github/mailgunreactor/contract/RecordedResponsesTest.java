package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the responses that were recorded or documented for the operations against the records that they are read into. */
class RecordedResponsesTest {
    /** What a document shows in place of the URLs of pages, and something that is one. */
    private static final String ELIDED_URL = "https://....";

    private static final String WHOLE_URL = "https://api.mailgun.net/elsewhere";

    /** Samples that no server gives: the reason stands beside each. */
    private static final Set<String> NOT_OF_THIS_API = Set.of(
            // The documentation of 2011 wrapped a complaint; three recordings do not.
            "GET_v3_domain_name_complaints_address__4.json",
            // Its page URLs are words that stand for a URL.
            "GET_v3_domain_tags.json");

    private int samples;
    private int fields;
    private final List<String> lost = new ArrayList<>();

    @Test
    void areReadWithoutLosingADeclaredField() {
        Path folder = SharedFolder.path("mailgun-api/samples");
        Set<String> undeclared = undeclared();
        for (Object entry : (List<?>) requireNonNull(Json.readAny(SharedFolder.read(folder.resolve("index.json"))))) {
            Map<?, ?> sample = (Map<?, ?>) entry;
            String operation = sample.get("method") + " " + sample.get("path_template");
            // Samples from documents mostly do not tell their status.
            if (!NOT_OF_THIS_API.contains(String.valueOf(sample.get("file")))
                    && "response".equals(sample.get("kind"))
                    && (!(sample.get("status") instanceof Long status) || status / 100 == 2)) {
                rowsOf(operation).stream()
                        .limit(1)
                        .forEach(row -> read(row, folder.resolve(String.valueOf(sample.get("file"))), undeclared));
            }
        }
        System.out.printf("recorded responses: %d samples, %d fields, %d losses%n", samples, fields, lost.size());
        assertThat(lost).isEmpty();
    }

    private void read(ContractRow row, Path file, Set<String> undeclared) {
        String body = new String(SharedFolder.read(file), StandardCharsets.UTF_8).replace(ELIDED_URL, WHOLE_URL);
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(body));
        samples++;
        Object answer;
        try {
            answer = ContractRun.response(
                            row.call().send(transport.builderOfLenientClient().build(), new Notes()))
                    .block();
        } catch (UnreadableResponseException unreadable) {
            lost.add(file.getFileName() + " as a whole: " + unreadable.getMessage());
            return;
        }
        Losses losses = Losses.between(
                Json.readAny(body.getBytes(StandardCharsets.UTF_8)),
                answer == null ? null : Json.readAny(Json.write(answer)));
        fields += losses.fields();
        losses.paths().stream()
                .filter(path -> !undeclared.contains(Catalogue.Operation.shape(row.operation()) + " " + path))
                .forEach(path -> lost.add(file.getFileName() + " " + path));
    }

    private static List<ContractRow> rowsOf(String operation) {
        return ContractTables.ALL.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> Catalogue.Operation.shape(row.operation()).equals(Catalogue.Operation.shape(operation)))
                .toList();
    }

    /** Fields that answers were seen to have though no document declares them. */
    private static Set<String> undeclared() {
        return new String(
                        SharedFolder.read(SharedFolder.path("mailgun-api/spec-vs-samples.csv")), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns.length > 3 && columns[2].equals("EXTRA"))
                .map(columns -> Catalogue.Operation.shape(columns[0] + " " + columns[1]) + " " + columns[3])
                .collect(Collectors.toSet());
    }
}
