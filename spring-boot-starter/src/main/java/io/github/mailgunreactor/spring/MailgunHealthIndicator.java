package io.github.mailgunreactor.spring;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.CallOptions;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/**
 * Whether Mailgun answers, and takes the key. Mailgun has nothing to ask that costs nothing: this reads a page of one domain,
 * which counts towards the account's rates, so it is not on unless asked for.
 */
final class MailgunHealthIndicator extends AbstractReactiveHealthIndicator {
    private static final MailgunRequest<Confirmation> ONE_DOMAIN =
            GET.path("/v4/domains").query(Params.NONE.with("limit", 1)).asJson(Confirmation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MailgunClient mailgun;

    MailgunHealthIndicator(MailgunClient mailgun) {
        super("Mailgun could not be asked");
        this.mailgun = mailgun.withOptions(CallOptions.none().timeout(PATIENCE));
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        builder.withDetail("region", mailgun.region().name());
        return mailgun.exchange(ONE_DOMAIN)
                .map(response -> builder.up().build())
                .onErrorResume(MailgunException.class, failure -> Mono.just(healthOf(builder, failure)));
    }

    /** Who is told to ask less often is being answered. */
    private static Health healthOf(Health.Builder builder, MailgunException failure) {
        boolean answers = failure instanceof ErrorStatusException status && status.isRateLimited();
        return (answers ? builder.up() : builder.down())
                .withDetail("error", failure.errorType())
                .build();
    }
}
