package io.github.mailgunreactor.spring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;

/** What the application's own web responses say of Mailgun. */
@AutoConfiguration(after = MailgunAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(ProblemDetail.class)
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
public final class MailgunWebAutoConfiguration {
    MailgunWebAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "mailgun.problem-details.enabled")
    MailgunProblemDetails mailgunProblemDetails() {
        return new MailgunProblemDetails(Clock.systemUTC());
    }
}
