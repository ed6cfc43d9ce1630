package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportBody.Segment;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every transport must do, tried against a real server on the loopback address. The parts of the contract extend
 * this: {@link WireContract}, {@link BodyContract}, {@link PatienceContract}, {@link StreamContract}, {@link FailureContract} and {@link LifecycleContract}. A
 * transport's tests extend those and say how to open it, or {@link WholeContract}, which has them all.
 */
@Timeout(60)
public abstract class TransportContract {
    /** Appears in every target, and must appear in no message. */
    protected static final String PRIVATE = "someone%40example.com";

    /** Is sent with every request, and must appear in no message. */
    protected static final String KEY = "key-0123456789abcdef";

    protected static final String TEMPLATE = "/v3/{domain}/bounces/{address}";
    protected static final String TARGET = "/v3/example.com/bounces/" + PRIVATE;

    /** More than the buffers of the transport and of both sockets. */
    protected static final int MORE_THAN_SOCKETS_HOLD = 64 * 1024 * 1024;

    protected static final int PIECE = 50_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected FaultServer server = FaultServer.refusing();
    private final List<Transport> opened = new ArrayList<>();

    /** Opens the transport under test. The contract closes it. */
    protected abstract Transport open(TransportSettings settings);

    /** Starts the server under test; one that speaks TLS where that is what is tested. */
    protected FaultServer startServer() {
        return FaultServer.start();
    }

    @BeforeEach
    void start() {
        server = startServer();
    }

    @AfterEach
    void closeAll() {
        server.close();
        opened.forEach(Transport::close);
        opened.forEach(transport -> transport.onClose().block(PATIENCE));
    }

    protected final Transport transport() {
        return transport(TransportSettings.ROOMY);
    }

    protected final Transport transport(TransportSettings settings) {
        Transport transport = open(settings);
        opened.add(transport);
        return transport;
    }

    protected final TransportRequest get() {
        return request(Method.GET, TransportBody.NONE, null);
    }

    protected final TransportRequest get(Duration timeout) {
        return request(Method.GET, TransportBody.NONE, timeout);
    }

    protected final TransportRequest post(TransportBody body) {
        return request(Method.POST, body, null);
    }

    protected final TransportRequest request(Method method, TransportBody body, @Nullable Duration timeout) {
        return request(server.region(), method, TARGET, body, timeout);
    }

    protected static TransportRequest request(
            Region region, Method method, String target, TransportBody body, @Nullable Duration timeout) {
        Headers headers = Headers.NONE.with("Authorization", "Basic " + KEY).with("Accept", "application/json");
        return new TransportRequest(method, region, TEMPLATE, target, headers, body, timeout);
    }

    protected static Flux<ByteBuffer> pieces(byte[] bytes) {
        return Flux.range(0, (bytes.length + PIECE - 1) / PIECE)
                .map(i -> ByteBuffer.wrap(bytes, i * PIECE, Math.min(PIECE, bytes.length - i * PIECE)));
    }

    protected static TransportBody body(Segment... segments) {
        return new TransportBody("application/octet-stream", List.of(segments), true);
    }

    /** A file of zeros that takes no room on disk. */
    protected static Path largeFile(Path directory) throws IOException {
        Path file = directory.resolve("large");
        setLength(file, MORE_THAN_SOCKETS_HOLD);
        return file;
    }

    protected static void setLength(Path path, long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
    }

    /** A response as the reader saw it. */
    protected record Answer(
            int status, String body, @Nullable String contentType) {}

    protected static final ResponseReader<Answer> ANSWER = (head, body, offset, length) -> new Answer(
            head.status(), new String(body, offset, length, StandardCharsets.UTF_8), head.header("content-type"));

    protected final Answer answer(Transport transport, TransportRequest request) {
        return Objects.requireNonNull(transport.exchange(request, ANSWER).block(PATIENCE));
    }

    /** The body of a response to a GET, as it comes. */
    protected final Flux<ByteBuffer> body(Transport transport) {
        return stream(transport, get()).flatMapMany(ResponseStream::body);
    }

    /** A response to a request that is to succeed. */
    protected static Mono<ResponseStream> stream(Transport transport, TransportRequest request) {
        return transport.stream(request, (head, body, offset, length) -> new AssertionError(head.status()));
    }

    /** The value once it has stayed the same for a while. */
    protected final long settled(LongSupplier value) {
        long[] seen = {-1, System.nanoTime()};
        server.await("the value settles", () -> {
            long now = value.getAsLong();
            if (now != seen[0] || now == 0) {
                seen[0] = now;
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > 300_000_000L;
        });
        return seen[0];
    }

    /** The error an exchange ends with, which names the operation and nothing private. */
    protected final <E extends MailgunException> E failure(
            Class<E> type, Transport transport, TransportRequest request) {
        return failure(type, request, transport.exchange(request, ANSWER));
    }

    protected final <E extends MailgunException> E failure(Class<E> type, TransportRequest request, Mono<?> call) {
        Throwable thrown = catchThrowableOfType(Throwable.class, () -> call.block(PATIENCE));
        assertThat(thrown).isInstanceOf(type);
        E failure = type.cast(thrown);
        assertThat(failure.operationName()).isEqualTo(request.operationName());
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage()))
                    .doesNotContain(PRIVATE, "someone@", KEY, "secret", "/bounces/some");
        }
        return failure;
    }

    protected final NoResponseException noResponse(
            NoResponseException.Reason reason, boolean sent, Transport transport, TransportRequest request) {
        NoResponseException failure = failure(NoResponseException.class, transport, request);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.requestSent()).isEqualTo(sent);
        return failure;
    }
}
