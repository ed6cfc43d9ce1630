package io.github.mailgunreactor.simulator.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.netty.handler.codec.http.multipart.MemoryFileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one multipart body with Netty's decoder, which is given the pieces as they arrive. */
final class MultipartReader {
    /** Where parts that never become complete are left to the garbage collector: the decoder does not release them. */
    private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false, true);

    private static final int MAX_FIELDS = 10_000;
    private static final int MAX_PART_HEADER_BYTES = 64 * 1024;
    private static final int DECODED_BYTES_KEPT = 256 * 1024;

    private final HttpPostMultipartRequestDecoder decoder;
    private final int maxBytesInMemory;
    private long bytesInMemory;
    private boolean returnHeldBack;

    MultipartReader(HttpHeaders headers, int maxBytesInMemory, @Nullable FileSink files) {
        this.maxBytesInMemory = maxBytesInMemory;
        // The decoder refuses any method but POST, while Mailgun takes forms with PUT, PATCH and DELETE too.
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", headers);
        // Without a boundary the decoder would fail in ways of its own.
        if (!HttpPostRequestDecoder.isMultipart(head)) {
            throw malformed();
        }
        try {
            this.decoder = new HttpPostMultipartRequestDecoder(
                    new FileFactory(files), head, StandardCharsets.UTF_8, MAX_FIELDS, MAX_PART_HEADER_BYTES);
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException malformed) {
            throw malformed();
        }
        decoder.setDiscardThreshold(DECODED_BYTES_KEPT);
    }

    void offer(ByteBuf buffer) {
        bytesInMemory += buffer.readableBytes();
        ByteBuf piece = copied(buffer);
        decode(() -> decoder.offer(new DefaultHttpContent(piece)));
        if (bytesInMemory > maxBytesInMemory) {
            throw BodyReader.tooLarge();
        }
    }

    /**
     * The piece in memory that nobody has to release, without a carriage return at its end, which is held back for the
     * next piece: the decoder takes it for content, also where it belongs to a delimiter that has not yet arrived
     * (netty#17383).
     */
    private ByteBuf copied(ByteBuf buffer) {
        ByteBuf piece = HEAP.buffer(buffer.readableBytes() + 1);
        if (returnHeldBack) {
            piece.writeByte('\r');
        }
        piece.writeBytes(buffer);
        int last = piece.writerIndex() - 1;
        returnHeldBack = last >= 0 && piece.getByte(last) == '\r';
        return returnHeldBack ? piece.writerIndex(last) : piece;
    }

    ReceivedBody finish() {
        decode(() -> decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT));
        if (decoder.currentPartialHttpData() != null) {
            throw malformed();
        }
        Parameters form = new Parameters();
        List<UploadedFile> files = new ArrayList<>();
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            try {
                if (part instanceof Attribute field) {
                    form.add(field.getName(), Objects.requireNonNull(field.getValue()));
                } else if (part instanceof FileUpload file) {
                    byte[] content = file instanceof PassedOn ? new byte[0] : file.get();
                    files.add(new UploadedFile(
                            file.getName(), file.getFilename(), file.getContentType(), file.length(), content));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return ReceivedBody.form(form, files);
    }

    void release() {
        decoder.destroy();
    }

    private static void decode(Runnable step) {
        try {
            step.run();
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException malformed) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(400, "malformed multipart body");
    }

    private final class FileFactory extends DefaultHttpDataFactory {
        private final @Nullable FileSink files;

        FileFactory(@Nullable FileSink files) {
            super(false);
            this.files = files;
        }

        @Override
        public FileUpload createFileUpload(
                HttpRequest request,
                String name,
                String fileName,
                String contentType,
                String contentTransferEncoding,
                Charset charset,
                long size) {
            return files == null
                    ? super.createFileUpload(
                            request, name, fileName, contentType, contentTransferEncoding, charset, size)
                    : new PassedOn(files, name, fileName, contentType, contentTransferEncoding, charset, size);
        }
    }

    /** A file that keeps nothing of what it is given. */
    private final class PassedOn extends MemoryFileUpload {
        private final FileSink sink;

        PassedOn(
                FileSink sink,
                String name,
                String fileName,
                String contentType,
                String contentTransferEncoding,
                Charset charset,
                long size) {
            super(name, fileName, contentType, contentTransferEncoding, charset, size);
            this.sink = sink;
        }

        @Override
        public void addContent(@Nullable ByteBuf buffer, boolean last) {
            try {
                ByteBuffer chunk = buffer == null ? ByteBuffer.allocate(0) : buffer.nioBuffer();
                bytesInMemory -= chunk.remaining();
                size += chunk.remaining();
                sink.receive(getName(), getFilename(), chunk, last);
            } finally {
                if (buffer != null) {
                    buffer.release();
                }
            }
            if (last) {
                setCompleted();
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
