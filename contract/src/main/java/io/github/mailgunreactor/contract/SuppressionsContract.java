package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-suppressions}, a class for each list. */
final class SuppressionsContract implements ContractTable {
    static final Instant CREATED = Instant.parse("2025-12-11T01:49:40Z");
    static final String UPLOADED = "{\"message\": \"file uploaded successfully for processing. standby...\"}";

    @Override
    public String module() {
        return "api-suppressions";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.make(mailgun, notes);
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        BouncesContract.rows(),
                        ComplaintsContract.rows(),
                        UnsubscribesContract.rows(),
                        AllowlistContract.rows())
                .flatMap(List::stream)
                .toList();
    }

    static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    static Part csv(String content) {
        return Part.bytes("suppressions.csv", content.getBytes(StandardCharsets.UTF_8))
                .contentType("text/csv");
    }

    static String page(String list, String items) {
        String url = "https://api.mailgun.net/v3/example.com/" + list + "?";
        return """
                {"items": [%s],
                 "paging": {"first": "%slimit=50", "last": "%spage=last&limit=50",
                   "next": "%spage=next&address=bob%%40example.com&limit=50",
                   "previous": "%spage=previous&address=bob%%40example.com&limit=50"}}
                """.formatted(items, url, url, url, url);
    }
}
