package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.micrometer.ObservationInterceptor;
import io.github.mailgunreactor.micrometer.UnreadableValueCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Timers, counters and gauges: with registries, without, and replaced. */
class MailgunObservationAutoConfigurationTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    private ApplicationContextRunner withRegistries() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return Contexts.withKey()
                .withBean(MeterRegistry.class, () -> meters)
                .withBean(ObservationRegistry.class, () -> observations);
    }

    @Test
    void callsAreTimedByTheirTemplates() {
        withRegistries()
                .withBean(Transport.class, () -> FakeTransport.answering(FakeResponse.json("{\"items\": []}")))
                .run(context -> {
                    context.getBean(KeysApi.class).list().collectList().block();
                    assertThat(meters.get("mailgun.client.requests")
                                    .tag("url.template", "/v1/keys")
                                    .timer()
                                    .count())
                            .isEqualTo(1);
                });
    }

    @Test
    void allAreThereWhereThereAreRegistries() {
        withRegistries()
                .run(context -> assertThat(context)
                        .hasSingleBean(ObservationInterceptor.class)
                        .hasSingleBean(UnreadableValueCounter.class)
                        .hasBean("mailgunPoolGauges"));
    }

    @Test
    void noneIsThereWithoutRegistries() {
        Contexts.withKey()
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ObservationInterceptor.class)
                        .doesNotHaveBean(UnreadableValueCounter.class)
                        .doesNotHaveBean("mailgunPoolGauges"));
    }

    @Test
    void noneIsThereWithoutTheModule() {
        withRegistries()
                .withClassLoader(new FilteredClassLoader("io.github.mailgunreactor.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("mailgunPoolGauges"));
    }

    @Test
    void theyCanBeTurnedOff() {
        withRegistries()
                .withPropertyValues("mailgun.observations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ObservationInterceptor.class));
    }

    @Test
    void theApplicationsOwnAreTheOnlyOnes() {
        ObservationInterceptor interceptor = ObservationInterceptor.of(ObservationRegistry.create());
        UnreadableValueCounter counter = UnreadableValueCounter.of(meters);
        withRegistries()
                .withBean(ObservationInterceptor.class, () -> interceptor)
                .withBean(UnreadableValueCounter.class, () -> counter)
                .run(context -> {
                    assertThat(context.getBean(ObservationInterceptor.class)).isSameAs(interceptor);
                    assertThat(context.getBean(UnreadableValueCounter.class)).isSameAs(counter);
                });
    }
}
