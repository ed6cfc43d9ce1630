package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.webflux.WebhookRouterFunction;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Takes webhooks at the path of one property, in a WebFlux application that has {@code webhooks-webflux}. */
@AutoConfiguration(after = MailgunWebhooksAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebhookRouterFunction.class)
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MailgunProperties.class)
public final class MailgunWebhookRouteAutoConfiguration {
    MailgunWebhookRouteAutoConfiguration() {}

    /** Gives way by its name: an application has other routes, too. */
    @Bean
    @ConditionalOnMissingBean(name = "mailgunWebhookRoute")
    @ConditionalOnBean(WebhookReceiver.class)
    @ConditionalOnProperty("mailgun.webhooks.path")
    RouterFunction<ServerResponse> mailgunWebhookRoute(WebhookReceiver receiver, MailgunProperties properties) {
        return PropertyValue.check(
                "mailgun.webhooks.path",
                () -> WebhookRouterFunction.at(absolute(properties.webhooks().path()), receiver));
    }

    private static String absolute(@Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException("must start with /");
        }
        return path;
    }
}
