package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Receives webhooks in any HTTP server: takes content type and body, verifies, keeps repetitions away, calls a handler, and gives the status
 * to answer with. Immutable: every method returns a changed copy.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.of(verifier, delivery -> delivery instanceof EventDelivery event
 *         ? orders.update(event.event())
 *         : Mono.empty());
 *
 * receiver.receive(contentType, body).map(WebhookReply::status)   // 200, 406 or 5xx
 * }</pre>
 *
 * <p>A delivery is handled at least once: when the handler completes, Mailgun gets 200; when it fails or takes too long, Mailgun comes
 * again after minutes, for eight hours. Only with {@link RejectedDeliveryException} it does not. The {@link ReplayGuard} keeps it at once
 * as far as it remembers; a handler that must not act twice also asks its own store, in the transaction in which it acts.
 */
public final class WebhookReceiver {
    /** The name of the header that signs an alert. */
    public static final String SIGN = "X-Sign";

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_BODY_TIMEOUT = Duration.ofSeconds(30);

    private static final System.Logger LOGGER = System.getLogger(WebhookReceiver.class.getName());

    private final WebhookVerifier verifier;
    private final Function<? super WebhookDelivery, ? extends Publisher<?>> handler;
    private final ReplayGuard guard;
    private final Duration timeout;
    private final Duration bodyTimeout;
    private final WebhookListener listener;
    private final @Nullable FileSink files;
    private final long maxBytesWithFiles;

    private WebhookReceiver(
            WebhookVerifier verifier,
            Function<? super WebhookDelivery, ? extends Publisher<?>> handler,
            ReplayGuard guard,
            Duration timeout,
            Duration bodyTimeout,
            WebhookListener listener,
            @Nullable FileSink files,
            long maxBytesWithFiles) {
        this.verifier = verifier;
        this.handler = handler;
        this.guard = guard;
        this.timeout = timeout;
        this.bodyTimeout = bodyTimeout;
        this.listener = listener;
        this.files = files;
        this.maxBytesWithFiles = maxBytesWithFiles;
    }

    /**
     * A receiver with a guard in memory.
     *
     * @param handler what is done with a delivery; subscribed to once for each that is new, on the thread that received it, so it must not
     *     block
     */
    public static WebhookReceiver of(
            WebhookVerifier verifier, Function<? super WebhookDelivery, ? extends Publisher<?>> handler) {
        return new WebhookReceiver(
                Objects.requireNonNull(verifier, "verifier"),
                Objects.requireNonNull(handler, "handler"),
                ReplayGuard.inMemory(),
                DEFAULT_TIMEOUT,
                DEFAULT_BODY_TIMEOUT,
                reply -> {},
                null,
                0);
    }

    /** Uses another guard, such as one that several processes share. */
    public WebhookReceiver guard(ReplayGuard guard) {
        Objects.requireNonNull(guard, "guard");
        return new WebhookReceiver(verifier, handler, guard, timeout, bodyTimeout, listener, files, maxBytesWithFiles);
    }

    /**
     * How long the handler may take; then it is cancelled, and Mailgun comes again.
     *
     * @param timeout 1 ms to 1 minute; default 10 seconds
     */
    public WebhookReceiver timeout(Duration timeout) {
        Arguments.requireRange("timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
        return new WebhookReceiver(verifier, handler, guard, timeout, bodyTimeout, listener, files, maxBytesWithFiles);
    }

    /**
     * How long a body may take to arrive; then it is given up, and Mailgun comes again.
     *
     * @param timeout 1 ms to 10 minutes; default 30 seconds
     */
    public WebhookReceiver bodyTimeout(Duration timeout) {
        Arguments.requireRange("timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(10));
        return new WebhookReceiver(verifier, handler, guard, this.timeout, timeout, listener, files, maxBytesWithFiles);
    }

    /** Hears of every reply, whatever led to it: for metrics and logs. */
    public WebhookReceiver listener(WebhookListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new WebhookReceiver(verifier, handler, guard, timeout, bodyTimeout, listener, files, maxBytesWithFiles);
    }

    /**
     * Streams the files of forms, which are the attachments of incoming mail, to a sink while they arrive. Without one they are held in
     * memory. Fields are in memory either way, no more than {@link #maxBytes} of them. It works where the body comes in pieces, as in the
     * modules for HTTP servers. The {@linkplain #bodyTimeout time for a body} includes the writing.
     *
     * @param sink where they go; mind that it gets them before they are verified
     * @param maxBytes how many bytes a form may have, files included, 1 KB to 1 TB
     */
    public WebhookReceiver files(FileSink sink, long maxBytes) {
        Objects.requireNonNull(sink, "sink");
        Arguments.requireRange("maxBytes", maxBytes, 1024, 1L << 40);
        return new WebhookReceiver(verifier, handler, guard, timeout, bodyTimeout, listener, sink, maxBytes);
    }

    /** How many bytes a body may have that is read into memory, as the verifier says. */
    public int maxBytes() {
        return verifier.maxBytes();
    }

    /**
     * Receives whatever Mailgun posts, piece by piece as it arrives, bounded in size and time: what the modules for HTTP servers call. It
     * gives a reply whatever was received and whatever the handler does, and no error. After a reply the rest of a body is cancelled.
     *
     * @param contentType the header {@code Content-Type}, or {@code null}
     * @param sign the header {@link #SIGN}, or {@code null}: alerts have one
     * @param body the pieces; each is read before the next is asked for, and not kept
     */
    public Mono<WebhookReply> receive(
            @Nullable String contentType, @Nullable String sign, Publisher<? extends ByteBuffer> body) {
        Objects.requireNonNull(body, "body");
        FileSink sink = files;
        if (sink != null && sign == null && contentType != null && WebhookVerifier.mayHaveFiles(contentType)) {
            return told(streamed(sink, contentType, body));
        }
        return Flux.from(body)
                .collect(() -> new BodyBytes(maxBytes()), BodyBytes::add)
                .timeout(bodyTimeout)
                .map(BodyBytes::bytes)
                .map(bytes -> sign == null ? receive(contentType, bytes) : receiveAlert(sign, bytes))
                .onErrorResume(failure -> Mono.just(told(Mono.just(BodyBytes.replyTo(failure)))))
                .flatMap(reply -> reply);
    }

    /**
     * Receives a webhook, or a route's call. It gives a reply whatever was received and whatever the handler does, and no error.
     *
     * @param contentType the header {@code Content-Type}, or {@code null}
     * @param body as it was received, bounded by the server; see {@link WebhookVerifier#maxBytes}
     */
    public Mono<WebhookReply> receive(@Nullable String contentType, byte[] body) {
        Objects.requireNonNull(body, "body");
        return told(Mono.defer(() -> reply(verifier.verify(contentType, body), () -> {})));
    }

    /**
     * Receives an alert. Mailgun checks an alert's URL with a GET that must be answered with 200.
     *
     * @param sign the header {@code X-Sign}
     * @param body as it was received
     */
    public Mono<WebhookReply> receiveAlert(@Nullable String sign, byte[] body) {
        Objects.requireNonNull(body, "body");
        return told(Mono.defer(() -> reply(verifier.verifyAlert(sign, body), () -> {})));
    }

    /** Whatever becomes of the form, what the sink has written is either the handler's or discarded. */
    private Mono<WebhookReply> streamed(FileSink sink, String contentType, Publisher<? extends ByteBuffer> body) {
        return Mono.usingWhen(
                        Mono.fromSupplier(() -> new FormIntake(verifier, sink, maxBytesWithFiles, contentType)),
                        intake -> intake.verified(body)
                                .timeout(bodyTimeout)
                                .map(verification -> reply(verification, intake::handled))
                                .onErrorResume(failure -> Mono.just(Mono.just(intake.replyTo(failure))))
                                .flatMap(reply -> reply),
                        intake -> intake.settle(timeout))
                .onErrorResume(
                        DamagedForm.class,
                        damaged -> Mono.just(WebhookReply.refused(RefusedDelivery.Reason.UNREADABLE)));
    }

    private Mono<WebhookReply> told(Mono<WebhookReply> reply) {
        return reply.doOnNext(each -> {
            try {
                listener.replied(each);
            } catch (RuntimeException itsOwnFault) {
                // Mailgun is not to come again because a counter is broken.
                LOGGER.log(System.Logger.Level.WARNING, "the listener of a webhook receiver failed", itsOwnFault);
            }
        });
    }

    private Mono<WebhookReply> reply(Verification verification, Runnable whenHandled) {
        if (verification instanceof WebhookDelivery delivery) {
            return guarded(delivery, whenHandled);
        }
        return Mono.just(WebhookReply.refused(((RefusedDelivery) verification).reason()));
    }

    private Mono<WebhookReply> guarded(WebhookDelivery delivery, Runnable whenHandled) {
        String token = delivery.token();
        return Mono.usingWhen(
                        Mono.defer(() -> guard.claim(token))
                                .onErrorMap(GuardFailure::new)
                                .switchIfEmpty(Mono.error(() -> new GuardFailure(null))),
                        claim -> switch (claim) {
                            case GRANTED -> handle(delivery, whenHandled);
                            case IN_PROGRESS -> Mono.just(WebhookReply.of(WebhookReply.Outcome.IN_PROGRESS));
                            case DONE -> Mono.just(WebhookReply.of(WebhookReply.Outcome.REPEATED));
                        },
                        claim -> claim == ReplayGuard.Claim.GRANTED ? settled(guard.done(token)) : Mono.empty(),
                        (claim, failure) -> settled(guard.forget(token)),
                        claim -> claim == ReplayGuard.Claim.GRANTED ? settled(guard.forget(token)) : Mono.empty())
                .onErrorResume(failure -> Mono.just(replyTo(failure)));
    }

    /** Completes where the delivery is settled for good; fails where Mailgun is to come again. */
    private Mono<WebhookReply> handle(WebhookDelivery delivery, Runnable whenHandled) {
        return Mono.defer(() -> Mono.when(handler.apply(delivery)))
                .doOnSuccess(done -> whenHandled.run())
                .timeout(timeout)
                .thenReturn(WebhookReply.of(WebhookReply.Outcome.HANDLED))
                .onErrorResume(
                        RejectedDeliveryException.class,
                        rejection -> Mono.just(WebhookReply.failed(WebhookReply.Outcome.REJECTED, rejection)));
    }

    /** What was handled stays handled, though the guard cannot remember it: to tell Mailgun otherwise would have it handled again. */
    private static Mono<Void> settled(Mono<Void> noted) {
        return noted.onErrorComplete();
    }

    private static WebhookReply replyTo(Throwable failure) {
        if (failure instanceof GuardFailure unguarded) {
            return WebhookReply.failed(
                    WebhookReply.Outcome.UNGUARDED, Objects.requireNonNullElse(unguarded.getCause(), unguarded));
        }
        return failure instanceof TimeoutException
                ? WebhookReply.failed(WebhookReply.Outcome.TIMED_OUT, failure)
                : WebhookReply.failed(WebhookReply.Outcome.FAILED, failure);
    }

    private static final class GuardFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GuardFailure(@Nullable Throwable cause) {
            super("the guard gave no claim", cause, false, false);
        }
    }
}
