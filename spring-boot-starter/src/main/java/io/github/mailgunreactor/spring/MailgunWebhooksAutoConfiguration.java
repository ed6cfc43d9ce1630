package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Verifies and receives webhooks, where there is a signing key. */
@AutoConfiguration
@ConditionalOnClass(WebhookReceiver.class)
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MailgunProperties.class)
public final class MailgunWebhooksAutoConfiguration {
    MailgunWebhooksAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @Conditional(OnSigningKeys.class)
    WebhookVerifier mailgunWebhookVerifier(MailgunProperties properties) {
        MailgunProperties.Webhooks webhooks = properties.webhooks();
        Secret[] keys = webhooks.signingKeys().toArray(Secret[]::new);
        WebhookVerifier verifier = PropertyValue.check("mailgun.webhooks.signing-keys", () -> WebhookVerifier.of(keys));
        return PropertyValue.apply("mailgun.webhooks.max-age", verifier, webhooks.maxAge(), WebhookVerifier::maxAge);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean({WebhookVerifier.class, WebhookHandler.class})
    WebhookReceiver mailgunWebhookReceiver(
            WebhookVerifier verifier,
            WebhookHandler handler,
            ObjectProvider<ReplayGuard> guard,
            MailgunProperties properties) {
        WebhookReceiver receiver =
                WebhookReceiver.of(verifier, handler::handle).guard(guard.getIfAvailable(ReplayGuard::inMemory));
        return PropertyValue.apply(
                "mailgun.webhooks.timeout", receiver, properties.webhooks().timeout(), WebhookReceiver::timeout);
    }
}
