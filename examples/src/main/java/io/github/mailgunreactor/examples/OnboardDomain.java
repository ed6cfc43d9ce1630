package io.github.mailgunreactor.examples;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.domains.CredentialsApi;
import io.github.mailgunreactor.domains.DnsRecord;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.domains.DomainState;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.domains.NewCredentials;
import io.github.mailgunreactor.domains.NewDomain;
import io.github.mailgunreactor.domains.SpamAction;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Onboards a sending domain: adds it, shows the DNS records that its owner has to publish, verifies it until they are there,
 * and makes an SMTP user. Against a Mailgun that is simulated in this process, whose DNS is filled after a second.
 */
public final class OnboardDomain {
    private static final String DOMAIN = "shop.example.com";

    private OnboardDomain() {}

    public static void main(String[] arguments) {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            Mono<Void> owner = Mono.delay(Duration.ofSeconds(1))
                    .doOnNext(late -> {
                        simulator.domains().publishDnsRecords(DOMAIN);
                        say("(the owner has published the records)");
                    })
                    .then();
            onboard(mailgun, owner)
                    // Only because this is a main method: a service returns the Mono to its framework.
                    .block(Duration.ofSeconds(30));
        }
    }

    private static Mono<Void> onboard(MailgunClient mailgun, Mono<Void> owner) {
        DomainsApi domains = new DomainsApi(mailgun);
        return domains.create(NewDomain.of(DOMAIN).spamAction(SpamAction.TAG))
                .doOnNext(OnboardDomain::showWhatToPublish)
                .then(Mono.when(owner, verified(domains)))
                .then(addSmtpUser(mailgun));
    }

    /** Mailgun allows about 10 of these calls a minute, and a DNS takes minutes: a real program waits longer in between. */
    private static Mono<DomainDetails> verified(DomainsApi domains) {
        return domains.verify(DOMAIN)
                .doOnNext(OnboardDomain::showWhatWasFound)
                .filter(details -> DomainState.ACTIVE.equals(details.domain().state()))
                .repeatWhenEmpty(8, attempts -> attempts.delayElements(Duration.ofMillis(400)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(DOMAIN + " was not verified in time")));
    }

    private static Mono<Void> addSmtpUser(MailgunClient mailgun) {
        return new CredentialsApi(mailgun)
                .create(DOMAIN, NewCredentials.of("orders@" + DOMAIN))
                .doOnNext(made -> {
                    say("\nMade an SMTP user; keep the password, Mailgun does not show it again:");
                    made.credentials().forEach((login, password) -> say("  " + login + "  " + password));
                    say("  (printed as *** unless reveal() is called)");
                })
                .then();
    }

    private static void showWhatToPublish(DomainDetails details) {
        say("Added " + details.domain().name() + ", which is "
                + text(details.domain().state()) + ". Its DNS needs:");
        records(details)
                .forEach(record -> say("  " + text(record.recordType()) + "  "
                        + Objects.requireNonNullElse(record.name(), DOMAIN) + "  " + record.value()));
        say("");
    }

    private static void showWhatWasFound(DomainDetails details) {
        long found = records(details).filter(DnsRecord::isValid).count();
        say("Verified: " + found + " of " + records(details).count() + " records found, the domain is "
                + text(details.domain().state()));
    }

    private static Stream<DnsRecord> records(DomainDetails details) {
        return Stream.concat(details.sendingDnsRecords().stream(), details.receivingDnsRecords().stream());
    }

    private static String text(@Nullable OpenValue value) {
        return value == null ? "" : value.value();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
