package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.simulator.Simulator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.FilePart;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The line of the guide by which a file that was uploaded to a WebFlux application goes on as an attachment. */
class UploadOfAWebApplicationIT {
    private final List<ByteBuf> pieces = Stream.of("the first piece, ", "and the second")
            .map(text ->
                    PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(text.getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void anUploadIsAttachedAndItsBuffersAreReleased() {
        NettyDataBufferFactory buffers = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
        FilePart file = new UploadedFile("notes.txt", Flux.fromIterable(pieces).map(buffers::wrap));

        Part upload = Part.once(file.filename(), file.content().map(buffer -> {
            ByteBuffer copy = ByteBuffer.allocate(buffer.readableByteCount());
            buffer.toByteBuffer(copy);
            DataBufferUtils.release(buffer);
            return copy;
        }));

        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.domains().add("example.com");
            new MessagesApi(mailgun)
                    .send(
                            "example.com",
                            Message.of("ada@example.com")
                                    .to("bob@example.org")
                                    .text("see the file")
                                    .attachment(upload))
                    .block(Duration.ofSeconds(20));

            assertThat(simulator.mailbox().only("bob@example.org").attachments())
                    .singleElement()
                    .satisfies(attached -> {
                        assertThat(attached.name()).isEqualTo("notes.txt");
                        assertThat(attached.text()).isEqualTo("the first piece, and the second");
                    });
        }
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.refCnt()).isZero());
    }

    /** As WebFlux hands one over. */
    private record UploadedFile(String filename, Flux<DataBuffer> content) implements FilePart {
        @Override
        public String name() {
            return "file";
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.EMPTY;
        }

        @Override
        public Mono<Void> transferTo(Path destination) {
            return Mono.error(new UnsupportedOperationException());
        }
    }
}
