package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-analytics}, which stand in a class for each of its chapters. */
final class AnalyticsContract implements ContractTable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-01-08T00:00:00Z");
    static final String TAG = "newsletter/january";
    static final String COUNTS = """
            {"accepted": 3, "delivered": 3, "opened": 2, "clicked": 1, "unique_opened": 1, "unique_clicked": 1,
             "unsubscribed": 0, "complained": 0}
            """;

    @Override
    public String module() {
        return "api-analytics";
    }

    /** Sends one message, so that there is a tag. */
    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.makeVerified(mailgun, notes)
                .flatMap(domain -> mailgun.send(POST.path("/v3/{domain}/messages", domain)
                        .multipart(Params.NONE
                                .with("from", "ada@" + domain)
                                .with("to", "grace@example.org")
                                .with("subject", "contract")
                                .with("text", "one message")
                                .with("o:tag", TAG))
                        .asText()))
                .then();
    }

    static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        MetricsContract.rows(),
                        LogsContract.rows(),
                        EventsContract.rows(),
                        TagsContract.rows(),
                        StatsContract.rows(),
                        DomainTagsContract.rows(),
                        BounceClassificationContract.rows(),
                        ThresholdsContract.rows(),
                        AlertsContract.rows())
                .flatMap(List::stream)
                .toList();
    }
}
