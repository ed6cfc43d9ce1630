package io.github.mailgunreactor.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A file to upload: from memory, from disk, or from a publisher. Content from disk or a publisher streams; memory does
 * not grow with it.
 */
public final class Part {
    private static final String OCTETS = "application/octet-stream";

    private final String fileName;
    private final String contentType;
    private final Content content;

    private Part(String fileName, String contentType, Content content) {
        this.fileName = requireFileName(fileName);
        this.contentType = contentType;
        this.content = content;
    }

    sealed interface Content {}

    @SuppressWarnings("ArrayRecordComponent") // identity is never compared
    record InMemory(byte[] bytes) implements Content {}

    record OnDisk(Path file) implements Content {}

    record Published(Supplier<? extends Publisher<ByteBuffer>> source, long length, boolean replayable)
            implements Content {}

    /**
     * A file in memory.
     *
     * @param fileName the name that the receiver sees; required, as Mailgun drops parts without one
     * @param bytes the content; not copied, so leave it alone until the call is done
     */
    public static Part bytes(String fileName, byte[] bytes) {
        return new Part(fileName, OCTETS, new InMemory(Objects.requireNonNull(bytes, "bytes must not be null")));
    }

    /** A file on disk under its own name. It is opened and measured when the request is sent. */
    public static Part file(Path file) {
        Path name = Objects.requireNonNull(file, "file must not be null").getFileName();
        return new Part(name == null ? "" : name.toString(), OCTETS, new OnDisk(file));
    }

    /**
     * Content that is produced while it is sent; it travels in chunks, as its length is not known.
     *
     * <p>The publisher is subscribed to, and asked for one buffer at a time, on the connection's I/O thread: one that has
     * to wait for something says so with {@code subscribeOn}. What it has emitted is copied before the next buffer is asked
     * for, so it may use a buffer again. If it emits nothing for the transport's response timeout, the call fails with
     * {@link NoResponseException.Reason#BODY_FAILED}.
     *
     * @param fileName the name that the receiver sees
     * @param source gives a publisher for each attempt of a request, so that an attempt can be repeated; it must not give the
     *     same one-shot publisher twice, for which there is {@link #once}
     */
    public static Part publisher(String fileName, Supplier<? extends Publisher<ByteBuffer>> source) {
        return new Part(
                fileName, OCTETS, new Published(Objects.requireNonNull(source, "source must not be null"), -1, true));
    }

    /** Content that can be produced only once: a request with it is not retried. */
    public static Part once(String fileName, Publisher<ByteBuffer> content) {
        Objects.requireNonNull(content, "content must not be null");
        return new Part(fileName, OCTETS, new Published(() -> content, -1, false));
    }

    /** This part under another name. */
    public Part named(String otherFileName) {
        return new Part(otherFileName, contentType, content);
    }

    /**
     * This part with a media type in place of {@code application/octet-stream}.
     *
     * @throws IllegalArgumentException if it is blank or has a character that a header must not have
     */
    public Part contentType(String mediaType) {
        Headers.requireValue("mediaType", Arguments.requireText("mediaType", mediaType));
        return new Part(fileName, mediaType, content);
    }

    /**
     * This part with the length of what its publisher emits, so that it need not travel in chunks. A publisher that emits
     * more or less fails the call.
     *
     * @throws IllegalStateException if the content is not from a publisher: the others know their length
     */
    public Part length(long bytes) {
        Arguments.requireRange("length", bytes, 0, Long.MAX_VALUE);
        if (!(content instanceof Published published)) {
            throw new IllegalStateException("only content from a publisher does not know its length");
        }
        return new Part(fileName, contentType, new Published(published.source, bytes, published.replayable));
    }

    /** The name that the receiver sees. */
    public String fileName() {
        return fileName;
    }

    String contentType() {
        return contentType;
    }

    Content content() {
        return content;
    }

    /** Whether the content is in memory, neither on disk nor from a publisher. */
    public boolean inMemory() {
        return content instanceof InMemory;
    }

    /**
     * How many bytes the content has: of a file on disk, how many it has now. -1 where that is not known: from a publisher
     * that was not given a {@link #length(long)}, or from a file that cannot be read.
     */
    public long length() {
        if (content instanceof InMemory memory) {
            return memory.bytes.length;
        }
        if (content instanceof Published published) {
            return published.length;
        }
        try {
            return Files.size(((OnDisk) content).file);
        } catch (IOException unreadable) {
            return -1;
        }
    }

    boolean replayable() {
        return !(content instanceof Published published) || published.replayable;
    }

    private static String requireFileName(@Nullable String fileName) {
        return Arguments.requireText("fileName", Objects.requireNonNull(fileName, "fileName must not be null"));
    }

    /** The file name and media type. */
    @Override
    public String toString() {
        return fileName + " (" + contentType + ")";
    }
}
