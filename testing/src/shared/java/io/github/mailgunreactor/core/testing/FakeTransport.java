package io.github.mailgunreactor.core.testing;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunClientBuilder;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A transport without a network: records what would be sent, and responses from a script or a function. */
public final class FakeTransport implements Transport {
    private final Function<SentRequest, Mono<FakeResponse>> answers;
    private final List<SentRequest> sent = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> closed = Sinks.empty();

    private FakeTransport(Function<SentRequest, Mono<FakeResponse>> answers) {
        this.answers = answers;
    }

    /** Gives these answers one after the other, and fails a request for which there is none left. */
    public static FakeTransport answering(FakeResponse... answers) {
        Deque<FakeResponse> script = new ArrayDeque<>(Arrays.asList(answers));
        return answering((SentRequest request) -> {
            FakeResponse next = script.poll();
            return next == null
                    ? Mono.error(new AssertionError("no response is left for " + request.line()))
                    : Mono.just(next);
        });
    }

    /** Gives the response that the function makes of each request; an error is signalled as the transport's. */
    public static FakeTransport answering(Function<SentRequest, Mono<FakeResponse>> answers) {
        return new FakeTransport(answers);
    }

    /** A client on this transport that refuses unknown fields. */
    public MailgunClient client() {
        return builder().build();
    }

    /** A client on this transport that refuses unknown fields, to be set up further. */
    public MailgunClientBuilder builder() {
        return builderOfLenientClient().failOnUnknownFields();
    }

    /** A client on this transport that passes over unknown fields as in production and tries once, to be set up further. */
    public MailgunClientBuilder builderOfLenientClient() {
        return MailgunClient.builder("key-fake").transport(this).retry(RetryPolicy.none());
    }

    /** What was sent so far, in the order of sending. */
    public List<SentRequest> sent() {
        return sent;
    }

    /** The only request that was sent. */
    public SentRequest onlySent() {
        if (sent.size() != 1) {
            throw new AssertionError("expected one request, but there were " + sent);
        }
        return sent.get(0);
    }

    @Override
    @SuppressWarnings("NullAway") // in its JSpecify mode it does not see that mapNotNull takes a null
    public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
        return answer(request).mapNotNull(answer -> {
            // The array is larger than the body, as a transport's may be.
            byte[] body = answer.bytes();
            byte[] array = new byte[body.length + 7];
            Arrays.fill(array, (byte) '#');
            System.arraycopy(body, 0, array, 3, body.length);
            return reader.read(answer, array, 3, body.length);
        });
    }

    @Override
    public Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure) {
        return answer(request).flatMap(answer -> {
            byte[] body = answer.bytes();
            return answer.status() / 100 == 2
                    ? Mono.just(new ResponseStream(answer, once(body)))
                    : Mono.error(Objects.requireNonNull(failure.read(answer, body, 0, body.length)));
        });
    }

    /** One byte at a time, and like a connection for the first subscriber only. */
    private static Flux<ByteBuffer> once(byte[] body) {
        AtomicBoolean subscribed = new AtomicBoolean();
        return Flux.defer(() -> subscribed.compareAndSet(false, true)
                ? Flux.range(0, body.length).map(i -> ByteBuffer.wrap(body, i, 1))
                : Flux.error(new IllegalStateException("the body can be subscribed to once")));
    }

    private Mono<FakeResponse> answer(TransportRequest request) {
        return Mono.defer(() -> content(request.body()).flatMap(body -> {
            SentRequest recorded = new SentRequest(request, body);
            sent.add(recorded);
            return answers.apply(recorded);
        }));
    }

    private static Mono<byte[]> content(TransportBody body) {
        return Flux.fromIterable(body.segments())
                .concatMap(FakeTransport::content)
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static Flux<byte[]> content(TransportBody.Segment segment) {
        if (segment instanceof TransportBody.Bytes bytes) {
            return Flux.just(bytes.bytes());
        }
        if (segment instanceof TransportBody.FileContent file) {
            try {
                return Flux.just(Files.readAllBytes(file.file()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Flux.from(((TransportBody.Stream) segment).publisher()).map(buffer -> {
            byte[] copy = new byte[buffer.remaining()];
            buffer.get(copy);
            return copy;
        });
    }

    @Override
    public void close() {
        closed.tryEmitEmpty();
    }

    @Override
    public Mono<Void> onClose() {
        return closed.asMono();
    }
}
