package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.templates.NewTemplate;
import io.github.mailgunreactor.templates.NewTemplateVersion;
import io.github.mailgunreactor.templates.TemplateDetails;
import io.github.mailgunreactor.templates.TemplateOwner;
import io.github.mailgunreactor.templates.TemplatesApi;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the service needs at Mailgun, made when it starts unless it is there: the template, and the URL for webhooks. */
@Component
final class MailgunSetup implements ApplicationRunner {
    private static final NewTemplate CONFIRMATION = NewTemplate.of(OrderConfirmation.TEMPLATE)
            .version(NewTemplateVersion.of("v1", "<p>Thank you! We are packing: {{item}}</p>")
                    .subject("Your order of {{item}}"));

    private final TemplatesApi templates;
    private final DomainWebhooksApi webhooks;
    private final Environment environment;

    MailgunSetup(TemplatesApi templates, DomainWebhooksApi webhooks, Environment environment) {
        this.templates = templates;
        this.webhooks = webhooks;
        this.environment = environment;
    }

    /** Blocks the thread that starts the service, which is no event loop. */
    @Override
    public void run(ApplicationArguments arguments) {
        String domain = environment.getRequiredProperty("orders.domain");
        String url = environment.getRequiredProperty("orders.public-url")
                + environment.getRequiredProperty("mailgun.webhooks.path");
        template(TemplateOwner.ofDomain(domain)).then(webhook(domain, url)).block(Duration.ofMinutes(1));
    }

    private Mono<TemplateDetails> template(TemplateOwner shop) {
        return templates
                .get(shop, OrderConfirmation.TEMPLATE)
                .onErrorResume(
                        ErrorStatusException.class,
                        error -> error.isNotFound() ? templates.create(shop, CONFIRMATION) : Mono.error(error));
    }

    private Mono<Void> webhook(String domain, String url) {
        return webhooks.list(domain)
                .any(webhook -> webhook.urls().contains(url))
                .filter(known -> !known)
                .flatMap(unknown ->
                        webhooks.addUrl(domain, url, List.of(WebhookType.DELIVERED, WebhookType.PERMANENT_FAIL)))
                .then();
    }
}
