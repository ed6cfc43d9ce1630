package io.github.mailgunreactor.examples;

import io.github.mailgunreactor.accounts.Subaccount;
import io.github.mailgunreactor.accounts.SubaccountDetails;
import io.github.mailgunreactor.accounts.SubaccountsApi;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.Waiter;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.domains.NewDomain;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.messages.TemplateContent;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.templates.NewTemplate;
import io.github.mailgunreactor.templates.NewTemplateVersion;
import io.github.mailgunreactor.templates.TemplateOwner;
import io.github.mailgunreactor.templates.TemplatesApi;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sets up a tenant from nothing: a subaccount with a limit, its domain, the DNS, a webhook, a template, a key that can do no more
 * than send for the domain, and with that key the first mail. Against a Mailgun that is simulated in this process, whose DNS is
 * filled after a second.
 */
public final class OnboardTenant {
    private static final long MESSAGES_A_MONTH = 50_000;
    private static final String TEMPLATE = "welcome";

    private final MailgunClient mailgun;

    OnboardTenant(MailgunClient mailgun) {
        this.mailgun = mailgun;
    }

    /**
     * What there is to tell of a tenant.
     *
     * @param subaccount the id with which the account acts for it: keep it
     * @param domain what it sends from
     * @param key what it sends with: keep it where secrets are kept
     */
    record Tenant(String subaccount, String domain, Secret key) {}

    public static void main(String[] arguments) {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            new OnboardTenant(mailgun)
                    .onboard("Shop", "shop.example.com", made -> publish(simulator, made))
                    .delayUntil(tenant -> firstMail(tenant, mailgun.region()))
                    .doOnNext(tenant -> simulator
                            .account(tenant.subaccount())
                            .mailbox()
                            .all()
                            .forEach(mail -> say(mail.recipient() + " got \"" + mail.subject() + "\"")))
                    // Only because this is a main method: a service returns the Mono to its framework.
                    .block(Duration.ofSeconds(30));
        }
    }

    /** Publishes the DNS records that a domain needs. */
    interface DnsOwner {
        Mono<Void> publish(DomainDetails domain);
    }

    private static Mono<Void> publish(Simulator simulator, DomainDetails domain) {
        say("The DNS needs " + domain.sendingDnsRecords().size() + " records to send");
        return Mono.delay(Duration.ofSeconds(1))
                .doOnNext(late -> {
                    String subaccount = Objects.requireNonNull(domain.domain().subaccountId());
                    simulator
                            .account(subaccount)
                            .domains()
                            .publishDnsRecords(domain.domain().name());
                    say("(the owner has published the records)");
                })
                .then();
    }

    Mono<Tenant> onboard(String name, String domain, DnsOwner owner) {
        SubaccountsApi subaccounts = new SubaccountsApi(mailgun);
        return subaccounts
                .create(name)
                .map(SubaccountDetails::subaccount)
                .doOnNext(made -> say("Made the subaccount " + made.id()))
                .delayUntil(made -> subaccounts.changeLimit(made.id(), MESSAGES_A_MONTH))
                .flatMap(made -> furnish(made, domain, owner));
    }

    private Mono<Tenant> furnish(Subaccount made, String domain, DnsOwner owner) {
        MailgunClient ofTenant = mailgun.onBehalfOf(made.id());
        DomainsApi domains = new DomainsApi(ofTenant);
        return domains.create(NewDomain.of(domain))
                .delayUntil(owner::publish)
                // Mailgun allows about 10 of these calls a minute, and a DNS takes minutes: a real program waits
                // longer.
                .then(domains.awaitActive(
                        domain,
                        Waiter.of(Duration.ofSeconds(20)).interval(Duration.ofMillis(200), Duration.ofSeconds(1))))
                .doOnNext(active -> say(domain + " can send"))
                .then(Mono.when(addWebhook(ofTenant, domain), addTemplate(ofTenant, domain)))
                .then(new KeysApi(ofTenant).create(NewKey.sending(domain).description("the tenant's own")))
                .map(created -> new Tenant(made.id(), domain, Objects.requireNonNull(created.secret())));
    }

    private static Mono<?> addWebhook(MailgunClient ofTenant, String domain) {
        return new DomainWebhooksApi(ofTenant)
                .addUrl(
                        domain,
                        "https://hooks.example.com/mailgun/" + domain,
                        List.of(WebhookType.PERMANENT_FAIL, WebhookType.COMPLAINED));
    }

    private static Mono<?> addTemplate(MailgunClient ofTenant, String domain) {
        return new TemplatesApi(ofTenant)
                .create(
                        TemplateOwner.ofDomain(domain),
                        NewTemplate.of(TEMPLATE)
                                .version(NewTemplateVersion.of("first", "<p>Hello {{name}}, good to have you.</p>")));
    }

    /** With the tenant's own key: what does not work with it should show now. */
    static Mono<SentMessage> firstMail(Tenant tenant, Region region) {
        Mono<SentMessage> sending = Mono.using(
                () -> MailgunClient.builder(tenant.key().reveal())
                        .region(region)
                        .build(),
                ofKey -> new MessagesApi(ofKey)
                        .send(
                                tenant.domain(),
                                Message.of("hello@" + tenant.domain())
                                        .to("ada@example.org")
                                        .subject("Welcome")
                                        .template(TemplateContent.of(TEMPLATE).variables(Map.of("name", "Ada")))),
                MailgunClient::close);
        // Making a client reads files of the class path, which must not happen on the event loop that brought the
        // tenant.
        return sending.subscribeOn(Schedulers.boundedElastic());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
