package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.MailgunException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One run of a job: cuts its items into parts, sends them, and keeps account.
 *
 * @param <T> a recipient or message
 */
final class SendRun<T> {
    private static final int MOST_SENDS = 3;

    private final SendJob job;
    private final SendCutter<T> cutter;
    private final BiFunction<SendPart<T>, SendId, Mono<SentMessage>> send;
    private final Function<SendId, Mono<SendProof>> prove;
    private final SendProgress progress;
    private final CheckpointSaver saver;
    private final AtomicBoolean stopped = new AtomicBoolean();

    SendRun(
            SendJob job,
            SendCutter<T> cutter,
            BiFunction<SendPart<T>, SendId, Mono<SentMessage>> send,
            Function<SendId, Mono<SendProof>> prove) {
        this.job = job;
        this.cutter = cutter;
        this.send = send;
        this.prove = prove;
        this.progress = new SendProgress(job.from);
        this.saver = new CheckpointSaver(progress::checkpoint, job.store);
    }

    /** Parts in doubt wait for proof and must not keep the others from being sent, so they get room of their own. */
    Flux<SendResult<T>> results(Publisher<T> items) {
        int inDoubt =
                (int) job.from.ranges().stream().filter(range -> !range.sent()).count();
        // An error of the publisher must not cancel the requests that are under way: their results would be lost.
        return Flux.from(items)
                .concatMapIterable(cutter::add, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(cutter.end())))
                .takeWhile(part -> !stopped.get())
                .flatMapDelayError(this::settled, job.limits.concurrency() + inDoubt, 1);
    }

    private Mono<SendResult<T>> settled(SendPart<T> part) {
        SendId id = job.from.job().part(part.first());
        Mono<SendResult<T>> result = part.inDoubt() ? afterProof(part, id, 1) : sent(part, id, 1);
        return result.flatMap(known -> {
            if (job.stop.test(known)) {
                stopped.set(true);
            }
            progress.end(part, known.outcome());
            return saver.save().thenReturn(known);
        });
    }

    private Mono<SendResult<T>> sent(SendPart<T> part, SendId id, int number) {
        return Mono.defer(() -> {
            if (stopped.get()) {
                return Mono.empty();
            }
            progress.begin(part);
            return saver.save().then(Mono.defer(() -> answered(part, id, number)));
        });
    }

    private Mono<SendResult<T>> answered(SendPart<T> part, SendId id, int number) {
        return Mono.defer(() -> send.apply(part, id))
                .map(message -> result(part, id, SendOutcome.SENT, message.id(), null))
                .onErrorResume(Exception.class, error -> {
                    SendOutcome outcome = SendOutcome.of(error);
                    SendResult<T> failed = result(part, id, outcome, null, error);
                    return job.provesUnknown && outcome == SendOutcome.UNKNOWN && number < MOST_SENDS
                            ? afterProof(part, id, number + 1).defaultIfEmpty(failed)
                            : Mono.just(failed);
                });
    }

    private Mono<SendResult<T>> afterProof(SendPart<T> part, SendId id, int number) {
        return prove.apply(id)
                .flatMap(proof -> proof.sent()
                        ? Mono.just(result(part, id, SendOutcome.SENT, proof.messageId(), null))
                        : sent(part, id, number))
                .onErrorResume(
                        MailgunException.class, error -> Mono.just(result(part, id, SendOutcome.UNKNOWN, null, error)));
    }

    private SendResult<T> result(
            SendPart<T> part, SendId id, SendOutcome outcome, @Nullable String messageId, @Nullable Throwable error) {
        return new SendResult<>(part.first(), part.items(), id, outcome, messageId, error);
    }
}
