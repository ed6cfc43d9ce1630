package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.beans.factory.ObjectProvider;
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

    /** Of Spring Boot 4. */
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

    /** Of Spring Boot 3.5, whose types are others. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = SpringBoot3Health.INDICATOR)
    @ConditionalOnBooleanProperty(name = "management.health.mailgun.enabled")
    static class HealthOfSpringBoot3 {
        @Bean
        @ConditionalOnMissingBean(name = "mailgunHealthIndicator")
        static SpringBoot3Health mailgunHealthIndicator(ObjectProvider<MailgunClient> mailgun) {
            return new SpringBoot3Health(mailgun);
        }
    }
}
