package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.domains.CredentialsApi;
import io.github.mailgunreactor.domains.DkimRotationApi;
import io.github.mailgunreactor.domains.DomainKeysApi;
import io.github.mailgunreactor.domains.DomainTrackingApi;
import io.github.mailgunreactor.domains.DomainsApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of sending domains. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(CredentialsApi.class)
class DomainsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CredentialsApi mailgunCredentialsApi(MailgunClient mailgun) {
        return new CredentialsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DkimRotationApi mailgunDkimRotationApi(MailgunClient mailgun) {
        return new DkimRotationApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainKeysApi mailgunDomainKeysApi(MailgunClient mailgun) {
        return new DomainKeysApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainTrackingApi mailgunDomainTrackingApi(MailgunClient mailgun) {
        return new DomainTrackingApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainsApi mailgunDomainsApi(MailgunClient mailgun) {
        return new DomainsApi(mailgun);
    }
}
