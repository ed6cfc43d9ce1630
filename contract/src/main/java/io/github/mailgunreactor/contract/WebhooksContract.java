package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
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
        String domain =
                "webhooks-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".example.com";
        return mailgun.send(POST.path("/v4/domains")
                        .multipart(Params.NONE.with("name", domain))
                        .asEmpty())
                .doOnSuccess(created -> notes.keep("domain", domain));
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
