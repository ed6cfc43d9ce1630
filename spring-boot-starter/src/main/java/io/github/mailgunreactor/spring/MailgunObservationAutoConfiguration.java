package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.micrometer.AttemptConvention;
import io.github.mailgunreactor.micrometer.ObservationInterceptor;
import io.github.mailgunreactor.micrometer.PoolGauges;
import io.github.mailgunreactor.micrometer.UnreadableValueCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Timers and traces of calls, gauges of the pool: where there are registries, and {@code mailgun-reactor-observation-micrometer}. */
@AutoConfiguration(
        before = MailgunAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({ObservationInterceptor.class, ObservationRegistry.class})
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "mailgun.observations.enabled", matchIfMissing = true)
public final class MailgunObservationAutoConfiguration {
    /** Around other interceptors, so that what they wait for is part of what is observed. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 100;

    MailgunObservationAutoConfiguration() {}

    @Bean
    @Order(OUTERMOST)
    @ConditionalOnBean(ObservationRegistry.class)
    @ConditionalOnMissingBean
    ObservationInterceptor mailgunObservationInterceptor(
            ObservationRegistry registry, ObjectProvider<AttemptConvention> convention) {
        ObservationInterceptor interceptor = ObservationInterceptor.of(registry);
        AttemptConvention own = convention.getIfAvailable();
        return own == null ? interceptor : interceptor.convention(own);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Meters {
        @Bean
        @ConditionalOnMissingBean
        UnreadableValueCounter mailgunUnreadableValueCounter(MeterRegistry registry) {
            return UnreadableValueCounter.of(registry);
        }

        @Bean
        @ConditionalOnMissingBean(name = "mailgunPoolGauges")
        NettyTransportCustomizer mailgunPoolGauges(MeterRegistry registry) {
            return builder -> builder.poolMetrics(() -> PoolGauges.of(registry));
        }
    }
}
