package io.github.mailgunreactor.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Renders parameters as {@code multipart/form-data} (RFC 7578): text fields and part headers are gathered into runs of
 * bytes, files and publishers stand between them and stream.
 */
final class MultipartEncoding {
    private static final byte[] CRLF = {'\r', '\n'};

    private final byte[] delimiter;
    private final List<TransportBody.Segment> segments = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(1024);
    private boolean replayable = true;

    private MultipartEncoding(String boundary) {
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    static TransportBody encode(Params params) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String boundary =
                "mailgun-reactor-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        MultipartEncoding encoding = new MultipartEncoding(boundary);
        for (Params.Entry entry : params.entries()) {
            List<?> values = entry.value() instanceof List<?> list ? list : List.of(entry.value());
            for (Object value : values) {
                encoding.add(entry.name(), value);
            }
        }
        return encoding.finish("multipart/form-data; boundary=" + boundary);
    }

    private void add(String name, Object value) {
        pending.writeBytes(delimiter);
        text("\r\nContent-Disposition: form-data; name=\"");
        text(quoted(name));
        if (value instanceof Part part) {
            text("\"; filename=\"");
            text(quoted(part.fileName()));
            text("\"\r\nContent-Type: ");
            text(part.contentType());
            text("\r\n\r\n");
            content(part);
        } else {
            text("\"\r\n\r\n");
            text(ParamText.of(name, value));
        }
        pending.writeBytes(CRLF);
    }

    private void content(Part part) {
        replayable &= part.replayable();
        Part.Content content = part.content();
        if (content instanceof Part.InMemory memory) {
            flush();
            segments.add(new TransportBody.Bytes(memory.bytes()));
        } else if (content instanceof Part.OnDisk disk) {
            flush();
            segments.add(new TransportBody.FileContent(disk.file(), size(disk)));
        } else if (content instanceof Part.Published published) {
            flush();
            segments.add(new TransportBody.Stream(published.source().get(), published.length()));
        }
    }

    private static long size(Part.OnDisk disk) {
        try {
            return Files.size(disk.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the file to upload", unreadable);
        }
    }

    private TransportBody finish(String contentType) {
        pending.writeBytes(delimiter);
        text("--\r\n");
        flush();
        return new TransportBody(contentType, segments, replayable);
    }

    private void flush() {
        if (pending.size() > 0) {
            segments.add(new TransportBody.Bytes(pending.toByteArray()));
            pending.reset();
        }
    }

    private void text(String text) {
        pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Raw UTF-8 with a quote percent-encoded, as browsers do it and RFC 7578 section 2 has it. A backslash is doubled, as
     * receivers take it for an escape: one at the end would swallow the closing quote, and the part with it.
     */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "%22");
    }
}
