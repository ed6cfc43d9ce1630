package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.routes.ForwardsApi;
import io.github.mailgunreactor.routes.RoutesApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of routes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ForwardsApi.class)
class RoutesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ForwardsApi mailgunForwardsApi(MailgunClient mailgun) {
        return new ForwardsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    RoutesApi mailgunRoutesApi(MailgunClient mailgun) {
        return new RoutesApi(mailgun);
    }
}
