package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.bytes;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A receiver whose files go to a sink that remembers, and what it handled and replied. */
abstract class FileSinkTests {
    static final byte[] PICTURE = bytes("a picture\r\n--cu with half of a boundary in it");
    static final Duration SOON = Duration.ofSeconds(10);

    final RecordingSink sink = new RecordingSink();
    final List<FormDelivery> handled = new ArrayList<>();
    final List<WebhookReply> told = new ArrayList<>();

    final WebhookReceiver receiver() {
        return receiver(sink, Mono.empty());
    }

    final WebhookReceiver receiver(FileSink files, Mono<Void> handling) {
        return WebhookReceiver.of(verifier(), delivery -> {
                    handled.add((FormDelivery) delivery);
                    return handling;
                })
                .files(files, 1 << 20)
                .listener(told::add);
    }

    final WebhookReply receive(WebhookReceiver receiver, Flux<ByteBuffer> body) {
        WebhookReply reply = Objects.requireNonNull(
                receiver.receive(MultipartForm.TYPE, null, body).block(SOON));
        assertThat(told).last().isEqualTo(reply);
        return reply;
    }
}
