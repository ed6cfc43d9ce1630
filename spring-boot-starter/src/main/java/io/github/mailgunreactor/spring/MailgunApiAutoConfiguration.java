package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Import;

/** The API classes of each module that is on the class path. */
@AutoConfiguration(after = MailgunAutoConfiguration.class)
@ConditionalOnBean(MailgunClient.class)
@Import({
    AccountsConfiguration.class,
    AnalyticsConfiguration.class,
    DomainsConfiguration.class,
    IpsConfiguration.class,
    KeysConfiguration.class,
    MessagesConfiguration.class,
    OptimizeConfiguration.class,
    RoutesConfiguration.class,
    SuppressionsConfiguration.class,
    TemplatesConfiguration.class,
    MailingListsConfiguration.class,
    WebhooksConfiguration.class
})
public final class MailgunApiAutoConfiguration {
    MailgunApiAutoConfiguration() {}
}
