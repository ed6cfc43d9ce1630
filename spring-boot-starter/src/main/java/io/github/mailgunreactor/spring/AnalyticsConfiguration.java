package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.analytics.alerts.AlertsApi;
import io.github.mailgunreactor.analytics.alerts.LimitThresholdsApi;
import io.github.mailgunreactor.analytics.alerts.SendAlertsApi;
import io.github.mailgunreactor.analytics.bounces.BounceClassificationApi;
import io.github.mailgunreactor.analytics.deprecated.DomainTagsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsApi;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API classes of figures, logs and tags. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AlertsApi.class)
class AnalyticsConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AlertsApi mailgunAlertsApi(MailgunClient mailgun) {
        return new AlertsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    LimitThresholdsApi mailgunLimitThresholdsApi(MailgunClient mailgun) {
        return new LimitThresholdsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    SendAlertsApi mailgunSendAlertsApi(MailgunClient mailgun) {
        return new SendAlertsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    BounceClassificationApi mailgunBounceClassificationApi(MailgunClient mailgun) {
        return new BounceClassificationApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainTagsApi mailgunDomainTagsApi(MailgunClient mailgun) {
        return new DomainTagsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    StatsApi mailgunStatsApi(MailgunClient mailgun) {
        return new StatsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    EventsApi mailgunEventsApi(MailgunClient mailgun) {
        return new EventsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    LogsApi mailgunLogsApi(MailgunClient mailgun) {
        return new LogsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    MetricsApi mailgunMetricsApi(MailgunClient mailgun) {
        return new MetricsApi(mailgun);
    }

    @Bean
    @ConditionalOnMissingBean
    TagsApi mailgunTagsApi(MailgunClient mailgun) {
        return new TagsApi(mailgun);
    }
}
