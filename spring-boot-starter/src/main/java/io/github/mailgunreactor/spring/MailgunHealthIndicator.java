package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** What the probe finds, as Spring Boot 4 tells it. */
final class MailgunHealthIndicator extends AbstractReactiveHealthIndicator {
    private final MailgunProbe probe;

    MailgunHealthIndicator(MailgunClient mailgun) {
        super("Mailgun could not be asked");
        this.probe = new MailgunProbe(mailgun);
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        builder.withDetail("region", probe.region());
        return probe.finding().map(found -> {
            Health.Builder health = found.isUp() ? builder.up() : builder.down();
            return found.error() == null
                    ? health.build()
                    : health.withDetail("error", found.error()).build();
        });
    }
}
