package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.keys.IpAllowlistApi;
import io.github.mailgunreactor.keys.KeysApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of API keys. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(IpAllowlistApi.class)
class KeysConfiguration {
    @Bean
    @ConditionalOnMissingBean
    IpAllowlistApi mailgunIpAllowlistApi(MailgunClient mailgun) {
        return new IpAllowlistApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    KeysApi mailgunKeysApi(MailgunClient mailgun) {
        return new KeysApi(mailgun);
    }
}
