package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/** The domain of one run, kept in its notes as {@code domain}. */
final class ContractDomain {
    private ContractDomain() {}

    /** A domain that is not verified. */
    static Mono<Void> make(MailgunClient mailgun, Notes notes) {
        return make(mailgun, notes, newName() + ".example.com").then();
    }

    /** A domain that may send, and its name: below this one the simulator has all DNS records. */
    static Mono<String> makeVerified(MailgunClient mailgun, Notes notes) {
        return make(mailgun, notes, newName() + ".published.example")
                .delayUntil(domain -> mailgun.send(
                        PUT.path("/v4/domains/{domain}/verify", domain).asText()));
    }

    private static Mono<String> make(MailgunClient mailgun, Notes notes, String domain) {
        return mailgun.exchange(POST.path("/v4/domains")
                        .multipart(Params.NONE.with("name", domain))
                        .asEmpty())
                .thenReturn(domain)
                .doOnNext(made -> notes.keep("domain", made));
    }

    /** A name that is new for each run. */
    static String newName() {
        // A random UUID would block the event loop on which the table before this one ended.
        return "contract-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }
}
