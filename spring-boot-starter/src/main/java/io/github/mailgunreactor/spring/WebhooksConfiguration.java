package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.webhooks.AccountWebhooksApi;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of webhooks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AccountWebhooksApi.class)
class WebhooksConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AccountWebhooksApi mailgunAccountWebhooksApi(MailgunClient mailgun) {
        return new AccountWebhooksApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainWebhooksApi mailgunDomainWebhooksApi(MailgunClient mailgun) {
        return new DomainWebhooksApi(mailgun);
    }
}
