package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-webhooks}. */
final class WebhooksContract implements ContractTable {

    @Override
    public String module() {
        return "api-webhooks";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.make(mailgun, notes);
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(DomainWebhooksContract.rows(), AccountWebhooksContract.rows())
                .flatMap(List::stream)
                .toList();
    }

    static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }
}
