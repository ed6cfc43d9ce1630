package io.github.mailgunreactor.messages;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds sends in Mailgun's logs by their ids. */
final class MessageLogs {
    private static final int LARGEST_PAGE = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** A send fails after its record was made, by no more than its deadline. */
    private static final Duration BEFORE_FAILURE = Duration.ofHours(1);

    private final MailgunClient mailgun;

    MessageLogs(MailgunClient mailgun) {
        this.mailgun = mailgun;
    }

    /** The filter finds the id anywhere in the message's variables; what is not the id itself is left out here. */
    Flux<SendRecord> find(String domain, SendId id, Instant since) {
        return mailgun.list(POST.path("/v1/analytics/logs")
                        .domain(domain)
                        .json(query(domain, id, since))
                        .readOnly()
                        .pages(SendRecordPage.class, NextPage.bodyToken()))
                .filter(line -> line.isOf(id));
    }

    private static Params query(String domain, SendId id, Instant since) {
        return Params.NONE
                .with("start", since.minus(CLOCKS_DIFFER))
                .with("end", now().plus(CLOCKS_DIFFER))
                .with(
                        "filter",
                        Map.of(
                                "AND",
                                List.of(
                                        condition("domain", "=", domain),
                                        condition("user_variables", "contains", id.value()))))
                .with("pagination", Map.of("limit", LARGEST_PAGE));
    }

    private static Map<String, Object> condition(String attribute, String comparator, String value) {
        return Map.of(
                "attribute",
                attribute,
                "comparator",
                comparator,
                "values",
                List.of(Map.of("label", value, "value", value)));
    }

    /** Looks until there is a record, or until one that had been made would have shown up. */
    Mono<SendProof> prove(String domain, SendId id, Instant attemptedAt, ProofPolicy policy) {
        return prove(domain, id, attemptedAt.minus(BEFORE_FAILURE), attemptedAt, policy);
    }

    /** Looks for records of attempts since a time, of which the last was at another. */
    Mono<SendProof> prove(String domain, SendId id, Instant since, Instant attemptedAt, ProofPolicy policy) {
        return look(domain, id, since, attemptedAt.plus(policy.recordsWithin()), policy.lookEvery());
    }

    private Mono<SendProof> look(String domain, SendId id, Instant since, Instant end, Duration every) {
        return Mono.defer(() -> {
            Instant asOf = now();
            boolean last = !asOf.isBefore(end);
            Mono<SendProof> again = Mono.defer(() -> {
                Duration left = Duration.between(now(), end);
                Duration pause = left.compareTo(every) < 0 ? left : every;
                return Mono.delay(pause.isNegative() ? Duration.ZERO : pause).then(look(domain, id, since, end, every));
            });
            return find(domain, id, since)
                    .next()
                    .map(found -> new SendProof(id, found, asOf))
                    .switchIfEmpty(last ? Mono.just(new SendProof(id, null, asOf)) : again)
                    .onErrorResume(
                            MailgunException.class, error -> last || !error.isTransient() ? Mono.error(error) : again);
        });
    }

    /** The time of the scheduler that times the waits, so that both can be virtual. */
    static Instant now() {
        return Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
    }
}
