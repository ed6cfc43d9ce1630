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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whether Mailgun answers, and takes the key. Mailgun has nothing to ask that costs nothing: this reads a page of one domain,
 * which counts towards the account's rates, so it is not on unless asked for.
 */
final class MailgunProbe {
    private static final MailgunRequest<Confirmation> ONE_DOMAIN =
            GET.path("/v4/domains").query(Params.NONE.with("limit", 1)).asJson(Confirmation.class);
    /** As long as Spring Boot finds an indicator not slow: the first call of a process also loads classes and opens a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MailgunClient mailgun;

    MailgunProbe(MailgunClient mailgun) {
        this.mailgun = mailgun.withOptions(CallOptions.none().timeout(PATIENCE));
    }

    /** What came of it; the error, where there was one, is its kind. */
    record Finding(boolean isUp, @Nullable String error) {
        /** Who is told to ask less often is being answered. */
        private static Finding of(MailgunException failure) {
            boolean answers = failure instanceof ErrorStatusException status && status.isRateLimited();
            return new Finding(answers, failure.errorType());
        }
    }

    String region() {
        return mailgun.region().name();
    }

    Mono<Finding> finding() {
        return mailgun.exchange(ONE_DOMAIN)
                .map(response -> new Finding(true, null))
                .onErrorResume(MailgunException.class, failure -> Mono.just(Finding.of(failure)));
    }
}
