package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What actuator shows of Mailgun, and what it must not show. */
@AutoConfiguration(after = MailgunAutoConfiguration.class)
@ConditionalOnBean(MailgunClient.class)
public final class MailgunActuatorAutoConfiguration {
    MailgunActuatorAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Sanitizing {
        @Bean
        SanitizingFunction mailgunSanitizingFunction(MailgunProperties properties) {
            return new SecretSanitizer(properties);
        }
    }

    /** Of Spring Boot 4 only: the types of 3.5 are others. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ReactiveHealthIndicator.class)
    @ConditionalOnBooleanProperty(name = "management.health.mailgun.enabled")
    static class Health {
        @Bean
        @ConditionalOnMissingBean(name = "mailgunHealthIndicator")
        ReactiveHealthIndicator mailgunHealthIndicator(MailgunClient mailgun) {
            return new MailgunHealthIndicator(mailgun);
        }
    }
}
