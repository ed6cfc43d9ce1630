package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorExtension;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** Health by Mailgun, of Spring Boot 4: asked for, not asked for, replaced. */
class HealthIT {
    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create();

    private final Simulator simulator = MAILGUN.simulator();

    /** Loads classes, for which a machine with much else to do may need longer than the probe waits. */
    @BeforeAll
    static void aFirstCallWhateverComesOfIt() {
        new HealthIT().health();
    }

    private ApplicationContextRunner application() {
        return Contexts.withoutKey()
                .withPropertyValues(
                        "mailgun.api-key=" + simulator.key(),
                        "mailgun.region=" + simulator.baseUrl(),
                        "mailgun.retry.max-attempts=1");
    }

    private Health health() {
        @Nullable Health[] health = new @Nullable Health[1];
        application()
                .withPropertyValues("management.health.mailgun.enabled=true")
                .run(context -> health[0] =
                        context.getBean(ReactiveHealthIndicator.class).health().block());
        return Objects.requireNonNull(health[0]);
    }

    @Test
    void itIsOptIn() {
        application().run(context -> assertThat(context).doesNotHaveBean(ReactiveHealthIndicator.class));
    }

    @Test
    void theApplicationsOwnIsTheOnlyOne() {
        ReactiveHealthIndicator own = () -> Mono.just(Health.up().build());
        application()
                .withPropertyValues("management.health.mailgun.enabled=true")
                .withBean("mailgunHealthIndicator", ReactiveHealthIndicator.class, () -> own)
                .run(context -> assertThat(context.getBean(ReactiveHealthIndicator.class))
                        .isSameAs(own));
    }

    @Test
    void itIsUpWhereMailgunTakesTheKey() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(simulator.journal().only("GET /v4/domains").query("limit")).isEqualTo("1");
    }

    @Test
    void itIsDownWithTheKindOfErrorWhereItDoesNot() {
        simulator.faults().onAny().status(401);

        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("error", "401");
    }

    @Test
    void itIsUpWhereMailgunOnlyAsksToWait() {
        simulator.faults().onAny().status(429);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }
}
