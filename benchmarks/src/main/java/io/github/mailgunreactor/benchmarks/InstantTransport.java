package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers at once with the same bytes, so that what remains of a call is what the client core costs. */
final class InstantTransport implements Transport {
    private static final ResponseHead OK = new Head(200);

    private final byte[] body;

    InstantTransport(byte[] body) {
        this.body = body;
    }

    /** A status without headers. */
    record Head(int status) implements ResponseHead {
        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public void forEachHeader(BiConsumer<String, String> consumer) {}
    }

    @Override
    public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
        return Mono.fromCallable(() -> reader.read(OK, body, 0, body.length));
    }

    @Override
    public Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure) {
        return Mono.fromCallable(() -> new ResponseStream(OK, Flux.just(ByteBuffer.wrap(body))));
    }

    @Override
    public void close() {}

    @Override
    public Mono<Void> onClose() {
        return Mono.empty();
    }
}
