package io.github.mailgunreactor.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One form on its way in, whose files go to a sink: its fields are kept, and what the sink has written is known, so that it can be discarded.
 * Its parts are taken one after the other, each signal after the one before, on whatever threads the body and the sink have.
 */
final class FormIntake {
    private static final System.Logger LOGGER = System.getLogger(WebhookReceiver.class.getName());

    private final WebhookVerifier verifier;
    private final FileSink sink;
    private final MultipartPieces pieces;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<ReceivedFile> files = Collections.synchronizedList(new ArrayList<>());
    private int parts;
    private long fieldBytes;
    private boolean looked;
    private volatile @Nullable Throwable bodyFailure;
    private volatile boolean kept;

    FormIntake(WebhookVerifier verifier, FileSink sink, long maxBytes, String contentType) {
        this.verifier = verifier;
        this.sink = sink;
        this.pieces = new MultipartPieces(contentType, maxBytes);
    }

    /** Takes the whole body in; nothing of it is trusted before. It fails with what {@link #replyTo} understands. */
    Mono<Verification> verified(Publisher<? extends ByteBuffer> body) {
        return Flux.from(body)
                .map(pieces::next)
                .concatWith(Mono.fromSupplier(pieces::end))
                .concatMapIterable(tokens -> tokens, 1)
                // As a token, for an error would end both the part and the form, and be dropped by the second of them.
                .onErrorResume(failure -> {
                    bodyFailure = failure;
                    return Mono.just(MultipartPieces.Token.BROKEN);
                })
                .windowUntil(token -> token.head() != null, true, 1)
                .concatMap(this::part, 1)
                .then(Mono.defer(this::verifiedWhole));
    }

    private Mono<Verification> verifiedWhole() {
        Throwable broken = bodyFailure;
        return broken == null ? Mono.just(verifier.verifyForm(content())) : Mono.error(broken);
    }

    /** What to reply where it could not be taken in. */
    WebhookReply replyTo(Throwable failure) {
        Throwable cause = bodyFailure == null ? failure : bodyFailure;
        if (cause instanceof DamagedForm) {
            return WebhookReply.refused(RefusedDelivery.Reason.UNREADABLE);
        }
        if (cause instanceof RefusedEarly early) {
            return WebhookReply.refused(early.reason);
        }
        return cause instanceof SinkFailure sinks
                ? WebhookReply.failed(WebhookReply.Outcome.FAILED, sinks.getCause())
                : BodyBytes.replyTo(cause);
    }

    /** The handler is done: the files are its own from now on. */
    void handled() {
        kept = true;
    }

    /** Discards what nobody has handled. */
    Mono<Void> settle(Duration patience) {
        return kept
                ? Mono.empty()
                : Flux.fromIterable(List.copyOf(files))
                        .concatMap(file -> discard(file, patience))
                        .then();
    }

    private Mono<Void> discard(ReceivedFile file, Duration patience) {
        String place = file.place();
        return place == null
                ? Mono.empty()
                : Mono.defer(() -> sink.discard(place)).timeout(patience).onErrorResume(failure -> {
                    LOGGER.log(
                            System.Logger.Level.WARNING,
                            "a file of a refused delivery could not be discarded",
                            failure);
                    return Mono.empty();
                });
    }

    private Publisher<Void> part(Flux<MultipartPieces.Token> tokens) {
        return tokens.switchOnFirst((first, rest) -> {
            Flux<MultipartPieces.Token> all = rest.handle((token, next) -> {
                Throwable broken = token.isBroken() ? bodyFailure : null;
                if (broken == null) {
                    next.next(token);
                } else {
                    next.error(broken);
                }
            });
            MultipartPieces.Token token = first.get();
            PartHead head = token == null ? null : token.head();
            if (head == null) {
                return all.then();
            }
            if (++parts > FormReader.MOST_FIELDS) {
                return Mono.error(new DamagedForm());
            }
            Flux<ByteBuffer> content = all.skip(1).map(MultipartPieces.Token::content);
            return head.isFile() ? file(head.file(), content) : field(head.name(), content);
        });
    }

    private Mono<Void> field(String name, Flux<ByteBuffer> content) {
        return content.collect(ByteArrayOutputStream::new, (bytes, piece) -> {
                    fieldBytes += piece.remaining();
                    if (fieldBytes > verifier.maxBytes()) {
                        throw new BodyBytes.BeyondBound();
                    }
                    bytes.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
                })
                .doOnNext(bytes -> fields.computeIfAbsent(name, first -> new ArrayList<>(1))
                        .add(bytes.toString(StandardCharsets.UTF_8)))
                .then();
    }

    private Mono<Void> file(IncomingFile file, Flux<ByteBuffer> content) {
        RefusedDelivery.Reason refusal = refusedSoFar();
        if (refusal != null) {
            return Mono.error(new RefusedEarly(refusal));
        }
        long[] size = new long[1];
        Flux<ByteBuffer> counted = content.doOnNext(piece -> size[0] += piece.remaining());
        return Mono.defer(() -> sink.write(file, counted))
                .onErrorMap(SinkFailure::new)
                .doOnNext(place -> files.add(ReceivedFile.at(place, file, size[0])))
                .then();
    }

    /** Where the signature came before the files, no sink gets what it refuses. That it fits proves nothing yet: a second one may follow. */
    private RefusedDelivery.@Nullable Reason refusedSoFar() {
        if (looked || !WebhookVerifier.SIGNED_FIELDS.stream().allMatch(fields::containsKey)) {
            return null;
        }
        looked = true;
        return verifier.verifyForm(content()) instanceof RefusedDelivery refused ? refused.reason() : null;
    }

    private FormContent content() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, values) -> all.put(name, List.copyOf(values)));
        return new FormContent(Collections.unmodifiableMap(all), List.copyOf(files));
    }

    private static final class RefusedEarly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RefusedDelivery.Reason reason;

        RefusedEarly(RefusedDelivery.Reason reason) {
            super("refused before its files", null, false, false);
            this.reason = reason;
        }
    }

    private static final class SinkFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SinkFailure(Throwable cause) {
            super("the sink failed", cause, false, false);
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
    }
}
