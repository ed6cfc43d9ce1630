package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.templates.TemplatesApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of templates. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TemplatesApi.class)
class TemplatesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    TemplatesApi mailgunTemplatesApi(MailgunClient mailgun) {
        return new TemplatesApi(mailgun);
    }
}
