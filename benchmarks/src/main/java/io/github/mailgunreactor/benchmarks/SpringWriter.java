package io.github.mailgunreactor.benchmarks;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.multipart.MultipartHttpMessageWriter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies as Spring's multipart writer makes them, drained as a connection would. */
final class SpringWriter {
    private static final MultipartHttpMessageWriter WRITER = new MultipartHttpMessageWriter();

    private SpringWriter() {}

    /** Encodes and throws away; returns the number of bytes. */
    static long encode(Map<String, String> fields, @Nullable Resource file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        fields.forEach(parts::part);
        if (file != null) {
            parts.part("attachment", file, MediaType.APPLICATION_OCTET_STREAM);
        }
        Drain drain = new Drain();
        WRITER.write(Mono.just(parts.build()), ResolvableType.NONE, MediaType.MULTIPART_FORM_DATA, drain, Map.of())
                .block();
        return drain.length.get();
    }

    private static final class Drain implements ReactiveHttpOutputMessage {
        private final HttpHeaders headers = new HttpHeaders();
        private final AtomicLong length = new AtomicLong();

        @Override
        public DataBufferFactory bufferFactory() {
            return DefaultDataBufferFactory.sharedInstance;
        }

        @Override
        public void beforeCommit(Supplier<? extends Mono<Void>> action) {}

        @Override
        public boolean isCommitted() {
            return false;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return Flux.from(body)
                    .doOnNext(buffer -> {
                        length.addAndGet(buffer.readableByteCount());
                        DataBufferUtils.release(buffer);
                    })
                    .then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return Flux.from(body).concatMap(this::writeWith).then();
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.empty();
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
