package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.optimize.InboxResultsApi;
import io.github.mailgunreactor.optimize.PreviewTestsApi;
import io.github.mailgunreactor.optimize.ValidationsApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of optimize. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(InboxResultsApi.class)
class OptimizeConfiguration {
    @Bean
    @ConditionalOnMissingBean
    InboxResultsApi mailgunInboxResultsApi(MailgunClient mailgun) {
        return new InboxResultsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    PreviewTestsApi mailgunPreviewTestsApi(MailgunClient mailgun) {
        return new PreviewTestsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    ValidationsApi mailgunValidationsApi(MailgunClient mailgun) {
        return new ValidationsApi(mailgun);
    }
}
