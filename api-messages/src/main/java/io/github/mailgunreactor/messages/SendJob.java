package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Arguments;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * How {@link MessagesApi#sendAll} works off any number of messages or recipients. Immutable: every method returns a changed
 * copy.
 *
 * <pre>{@code
 * SendJob.of(SendId.of("newsletter-2026-11")).saving(checkpoint -> store.save(checkpoint.toString()))
 * SendJob.of(SendCheckpoint.parse(store.load()))   // after a crash
 * }</pre>
 */
public final class SendJob {
    private static final int LONGEST_ID = 44;
    private static final int MOST_RECIPIENTS = SendForm.MOST_RECIPIENTS;
    private static final long DEFAULT_BYTES = 1024 * 1024;

    final SendCheckpoint from;
    final Limits limits;
    final @Nullable Function<SendCheckpoint, ? extends Publisher<Void>> store;
    final ProofPolicy proof;
    final boolean provesUnknown;
    final Predicate<? super SendResult<?>> stop;

    /** How much is under way. */
    record Limits(int concurrency, int recipients, long bytes) {}

    private SendJob(
            SendCheckpoint from,
            Limits limits,
            @Nullable Function<SendCheckpoint, ? extends Publisher<Void>> store,
            ProofPolicy proof,
            boolean provesUnknown,
            Predicate<? super SendResult<?>> stop) {
        this.from = from;
        this.limits = limits;
        this.store = store;
        this.proof = proof;
        this.provesUnknown = provesUnknown;
        this.stop = stop;
    }

    /**
     * A new job.
     *
     * @param id of at most 44 characters: each request has an id of its own, which is this, a dot and the index of its first item
     */
    public static SendJob of(SendId id) {
        return of(SendCheckpoint.of(id));
    }

    /**
     * A job that goes on from a checkpoint: what Mailgun confirmed is not sent again, and what was begun without a response is sent
     * again only when there is proof that Mailgun does not have it. The publisher must give the same items in the same order as
     * before; one that does not fails the job, as far as a hash can tell.
     */
    public static SendJob of(SendCheckpoint checkpoint) {
        Arguments.requireRange(
                "length of the job's id", checkpoint.job().value().length(), 1, LONGEST_ID);
        return new SendJob(
                checkpoint,
                new Limits(4, MOST_RECIPIENTS, DEFAULT_BYTES),
                null,
                ProofPolicy.defaults(),
                false,
                result -> false);
    }

    /**
     * How many requests may be under way at a time.
     *
     * @param requests 1 to 256; default 4
     */
    public SendJob concurrency(int requests) {
        Arguments.requireRange("requests", requests, 1, 256);
        return with(new Limits(requests, limits.recipients, limits.bytes));
    }

    /**
     * How many recipients a request may have.
     *
     * @param recipients 1 to 1000; default 1000
     */
    public SendJob recipientsPerRequest(int recipients) {
        Arguments.requireRange("recipients", recipients, 1, MOST_RECIPIENTS);
        return with(new Limits(limits.concurrency, recipients, limits.bytes));
    }

    /**
     * How many bytes of addresses and variables a request may have. A recipient who alone has more gets a request of their own.
     *
     * @param bytes 1 KB to 25 MB; default 1 MB
     */
    public SendJob bytesPerRequest(long bytes) {
        Arguments.requireRange("bytes", bytes, 1024, SendForm.MOST_BYTES);
        return with(new Limits(limits.concurrency, limits.recipients, bytes));
    }

    /**
     * Keeps the checkpoint: before each request is sent, and after it is answered. Calls never overlap, and each state is newer
     * than the one before. A request is sent only after its checkpoint was kept, and an error ends the job.
     *
     * @param store keeps one checkpoint in place of the one before, durably
     */
    public SendJob saving(Function<SendCheckpoint, ? extends Publisher<Void>> store) {
        Objects.requireNonNull(store, "store");
        return new SendJob(from, limits, store, proof, provesUnknown, stop);
    }

    /** How long to wait for proof of requests without a response. Default: {@link ProofPolicy#defaults()}. */
    public SendJob proof(ProofPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return new SendJob(from, limits, store, policy, provesUnknown, stop);
    }

    /**
     * Waits for proof of each request of which it is not known whether it arrived, and sends it again if it did not. Such a request
     * takes its place among the concurrent ones until then, half an hour by default. Default: its result is
     * {@link SendOutcome#UNKNOWN}, and nothing is sent again.
     */
    public SendJob provingUnknown() {
        return new SendJob(from, limits, store, proof, true, stop);
    }

    /** Begins no further request after a result of this kind, such as a domain that may not send. Default: none. */
    public SendJob stoppingAfter(Predicate<? super SendResult<?>> kind) {
        return new SendJob(from, limits, store, proof, provesUnknown, Objects.requireNonNull(kind, "kind"));
    }

    private SendJob with(Limits changed) {
        return new SendJob(from, changed, store, proof, provesUnknown, stop);
    }

    /** The id and how far it is. */
    @Override
    public String toString() {
        return "SendJob[" + from.job() + ", " + from.confirmed() + " confirmed]";
    }
}
