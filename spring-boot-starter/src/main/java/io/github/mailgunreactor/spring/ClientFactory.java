package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.CallOptions;
import io.github.mailgunreactor.core.Credentials;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunClientBuilder;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.observation.ResponseListener;
import io.github.mailgunreactor.core.observation.RetryListener;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.core.transport.Transport;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Builds clients of the properties and of the beans that the application has. */
final class ClientFactory {
    private static final String FIRST = "mailgun";
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final MailgunProperties properties;
    private final MailgunConnectionDetails details;
    private final BeanFactory beans;
    private final RateBudget budget;

    ClientFactory(MailgunProperties properties, MailgunConnectionDetails details, BeanFactory beans) {
        this.properties = properties;
        this.details = details;
        this.beans = beans;
        this.budget = beans.getBeanProvider(RateBudget.class).getIfAvailable(RateBudget::inMemory);
    }

    /** The client that is a bean itself. */
    MailgunClient first() {
        RegionRouter router = bean(RegionRouter.class);
        return first(router == null ? details.router() : router);
    }

    /** The same with a region for all domains: a router asks with it. */
    MailgunClient withoutRouter() {
        return first(null);
    }

    private MailgunClient first(@Nullable RegionRouter router) {
        MailgunClientBuilder builder =
                MailgunClient.builder(credentials(FIRST, true, details)).region(details.region());
        return client(builder, router, FIRST, FIRST, properties.timeout(), properties.onBehalfOf());
    }

    /** The client of a name, with what the first has where nothing else is said. */
    MailgunClient named(String name, MailgunProperties.Client client) {
        String prefix = "mailgun.clients." + name;
        boolean sameAccount = client.apiKey() == null;
        MailgunConnectionDetails own = details.client(name);
        MailgunClientBuilder builder =
                MailgunClient.builder(credentials(prefix, sameAccount, own)).region(own.region());
        return client(
                builder,
                own.router(),
                prefix,
                sameAccount ? FIRST : name,
                client.timeout() == null ? properties.timeout() : client.timeout(),
                client.onBehalfOf());
    }

    private Credentials credentials(String prefix, boolean mayBeBean, MailgunConnectionDetails connection) {
        Credentials bean = mayBeBean ? bean(Credentials.class) : null;
        String property = prefix + ".api-key";
        return bean != null
                ? bean
                : PropertyValue.check(
                        property, () -> Credentials.apiKey(connection.apiKey().reveal()));
    }

    private MailgunClient client(
            MailgunClientBuilder builder,
            @Nullable RegionRouter router,
            String prefix,
            String account,
            @Nullable Duration timeout,
            @Nullable String onBehalfOf) {
        builder.transport(beans.getBean(Transport.class)).retry(retry());
        if (router != null) {
            builder.router(router);
        }
        PropertyValue.apply(prefix + ".timeout", builder, timeout, MailgunClientBuilder::timeout);
        all(UnreadableValueListener.class).forEach(builder::unreadableValueListener);
        all(Interceptor.class).forEach(builder::interceptor);
        if (properties.rateLimiter().enabled()) {
            builder.interceptor(rateLimiter(account));
        }
        all(MailgunClientCustomizer.class).forEach(customizer -> customizer.customize(builder));
        CallOptions options = all(ResponseListener.class)
                .reduce(CallOptions.none(), CallOptions::onResponse, (first, second) -> second);
        return PropertyValue.apply(
                prefix + ".on-behalf-of", builder.build().withOptions(options), onBehalfOf, MailgunClient::onBehalfOf);
    }

    private RetryPolicy retry() {
        MailgunProperties.Retry retry = properties.retry();
        RetryPolicy attempts = PropertyValue.apply(
                "mailgun.retry.max-attempts", RetryPolicy.defaults(), retry.maxAttempts(), RetryPolicy::maxAttempts);
        Duration first = Objects.requireNonNullElse(retry.firstBackoff(), FIRST_BACKOFF);
        Duration longest = Objects.requireNonNullElse(retry.longestBackoff(), LONGEST_BACKOFF);
        RetryPolicy waits = PropertyValue.check("mailgun.retry", () -> attempts.backoff(first, longest));
        return all(RetryListener.class).reduce(waits, RetryPolicy::listener, (one, other) -> other);
    }

    /** Clients of one account share its calls; with a budget that is a bean other processes share them too. */
    private RateLimiter rateLimiter(String account) {
        MailgunProperties.Limiter limiter = properties.rateLimiter();
        RateLimiter waits = PropertyValue.apply(
                "mailgun.rate-limiter.longest-wait",
                RateLimiter.of(budget, account),
                limiter.longestWait(),
                RateLimiter::longestWait);
        return PropertyValue.apply(
                "mailgun.rate-limiter.max-waiting", waits, limiter.maxWaiting(), RateLimiter::maxWaiting);
    }

    private <T> @Nullable T bean(Class<T> type) {
        return beans.getBeanProvider(type).getIfAvailable();
    }

    private <T> Stream<T> all(Class<T> type) {
        return beans.getBeanProvider(type).orderedStream();
    }
}
