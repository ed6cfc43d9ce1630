package io.github.mailgunreactor.core.transport;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * The encoded body of a request: segments to send one after the other. Bytes are in memory, a file goes from disk to
 * the socket (without a copy where the transport can), a stream is subscribed to when its turn comes.
 */
public final class TransportBody {
    /** No body, and no {@code Content-Type}. */
    public static final TransportBody NONE = new TransportBody(null, List.of(), true);

    private final @Nullable String contentType;
    private final List<Segment> segments;
    private final boolean replayable;
    private final long length;

    /**
     * A body of segments in the order in which they are sent.
     *
     * @param contentType the {@code Content-Type}, or {@code null} for none
     * @param segments what to send
     * @param replayable whether the same body can be sent once more
     */
    public TransportBody(@Nullable String contentType, List<Segment> segments, boolean replayable) {
        this.contentType = contentType;
        this.segments = List.copyOf(segments);
        this.replayable = replayable;
        long sum = 0;
        for (Segment segment : this.segments) {
            sum = segment.length() < 0 || sum < 0 ? -1 : sum + segment.length();
        }
        this.length = sum;
    }

    /** A body that is in memory as a whole. */
    public static TransportBody ofBytes(String contentType, byte[] bytes) {
        return new TransportBody(contentType, List.of(new Bytes(bytes)), true);
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public List<Segment> segments() {
        return segments;
    }

    /** The number of bytes, or -1 where a stream does not know its length: such a body is sent chunked. */
    public long length() {
        return length;
    }

    /** Whether the same body can be sent once more. */
    public boolean replayable() {
        return replayable;
    }

    /** Whether all of the body is in memory. */
    public boolean inMemory() {
        for (Segment segment : segments) {
            if (!(segment instanceof Bytes)) {
                return false;
            }
        }
        return true;
    }

    /** A piece of a body. */
    public sealed interface Segment {
        /** The number of bytes, or -1 where it is not known before the end. */
        long length();
    }

    /** Bytes in memory; the array is not written to by anyone after this. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never compared; a copy per request would cost
    public record Bytes(byte[] bytes) implements Segment {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** A whole file, as long as it was when the request was encoded. */
    public record FileContent(Path file, long length) implements Segment {
        public FileContent {
            Objects.requireNonNull(file, "file must not be null");
        }
    }

    /** What a publisher emits; {@code length} is -1 where it is not known. A transport demands no more than it can send. */
    public record Stream(Publisher<ByteBuffer> publisher, long length) implements Segment {
        public Stream {
            Objects.requireNonNull(publisher, "publisher must not be null");
        }
    }
}
