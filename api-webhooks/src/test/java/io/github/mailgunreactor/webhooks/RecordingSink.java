package io.github.mailgunreactor.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps files under the name of their field, and notes what it was asked. */
class RecordingSink implements FileSink {
    final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    final List<IncomingFile> begun = new CopyOnWriteArrayList<>();
    final List<String> discarded = new CopyOnWriteArrayList<>();
    final List<String> givenUp = new CopyOnWriteArrayList<>();

    @Override
    public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
        begun.add(file);
        return content.doOnError(broken -> givenUp.add(file.field()))
                .doOnCancel(() -> givenUp.add(file.field()))
                .collect(ByteArrayOutputStream::new, (all, piece) -> {
                    byte[] bytes = new byte[piece.remaining()];
                    piece.get(bytes);
                    all.writeBytes(bytes);
                })
                .map(all -> {
                    kept.put(file.field(), all.toByteArray());
                    return "place-of-" + file.field();
                });
    }

    @Override
    public Mono<Void> discard(String place) {
        return Mono.fromRunnable(() -> {
            discarded.add(place);
            kept.remove(place.substring("place-of-".length()));
        });
    }
}
