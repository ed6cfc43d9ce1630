package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.ParamSet;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds any number of entries with as few requests as it takes. */
final class Batches {
    static final int MAX_SIZE = 1000;
    static final int DEFAULT_CONCURRENCY = 4;
    private static final int MAX_CONCURRENCY = 256;

    private final MailgunClient mailgun;
    private final Operation add;

    private Batches(MailgunClient mailgun, Operation add) {
        this.mailgun = mailgun;
        this.add = add;
    }

    static Mono<Confirmation> sendOne(MailgunClient mailgun, Operation add, List<? extends ParamSet<?>> entries) {
        Arguments.requireRange("number of entries", entries.size(), 1, MAX_SIZE);
        return new Batches(mailgun, add).send(entries);
    }

    static <T extends ParamSet<T> & NewSuppression> Flux<BatchResult<T>> sendAll(
            MailgunClient mailgun, Operation add, Publisher<T> entries, int concurrency) {
        Objects.requireNonNull(entries, "entries");
        Arguments.requireRange("concurrency", concurrency, 1, MAX_CONCURRENCY);
        Batches batches = new Batches(mailgun, add);
        // An error of the publisher must not cancel the requests that are under way: their results would be lost.
        return Flux.from(entries).buffer(MAX_SIZE).flatMapDelayError(batches::result, concurrency, 1);
    }

    private Mono<Confirmation> send(List<? extends ParamSet<?>> entries) {
        return mailgun.send(add.jsonArray(entries).asJson(Confirmation.class));
    }

    private <T extends ParamSet<T> & NewSuppression> Mono<BatchResult<T>> result(List<T> entries) {
        return send(entries)
                .map(confirmation -> new BatchResult<>(entries, confirmation.message(), null))
                .onErrorResume(Exception.class, error -> Mono.just(new BatchResult<>(entries, null, error)));
    }
}
