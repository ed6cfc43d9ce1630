package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.suppressions.AllowlistApi;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.ComplaintsApi;
import io.github.mailgunreactor.suppressions.UnsubscribesApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of suppressions. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AllowlistApi.class)
class SuppressionsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AllowlistApi mailgunAllowlistApi(MailgunClient mailgun) {
        return new AllowlistApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    BouncesApi mailgunBouncesApi(MailgunClient mailgun) {
        return new BouncesApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    ComplaintsApi mailgunComplaintsApi(MailgunClient mailgun) {
        return new ComplaintsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    UnsubscribesApi mailgunUnsubscribesApi(MailgunClient mailgun) {
        return new UnsubscribesApi(mailgun);
    }
}
