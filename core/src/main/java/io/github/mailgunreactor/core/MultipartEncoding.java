package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ByteRun;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Renders parameters as {@code multipart/form-data} (RFC 7578): text fields and part headers are gathered into runs of
 * bytes, files and publishers stand between them and stream. A first pass measures, so that a run is written once, into
 * an array of its size.
 */
final class MultipartEncoding {
    private static final byte[] DISPOSITION = ascii("\r\nContent-Disposition: form-data; name=\"");
    private static final byte[] FILE_NAME = ascii("\"; filename=\"");
    private static final byte[] CONTENT_TYPE = ascii("\"\r\nContent-Type: ");
    private static final byte[] END_OF_NAME = ascii("\"");
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
    private static final byte[] CRLF = ascii("\r\n");
    private static final byte[] CLOSE = ascii("--\r\n");

    private final byte[] delimiter;
    private final List<Field> fields = new ArrayList<>();
    private final List<TransportBody.Segment> segments = new ArrayList<>(1);
    private boolean replayable = true;

    private MultipartEncoding(byte[] delimiter) {
        this.delimiter = delimiter;
    }

    /** One field: a text, or a part. */
    private record Field(String name, String text, @Nullable Part part) {}

    static TransportBody encode(Params params) {
        String boundary = boundary();
        MultipartEncoding encoding = new MultipartEncoding(ascii("--" + boundary));
        for (Params.Entry entry : params.entries()) {
            if (entry.value() instanceof List<?> values) {
                for (Object value : values) {
                    encoding.add(entry.name(), value);
                }
            } else {
                encoding.add(entry.name(), entry.value());
            }
        }
        encoding.write();
        return new TransportBody("multipart/form-data; boundary=" + boundary, encoding.segments, encoding.replayable);
    }

    private static String boundary() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "mailgun-reactor-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private void add(String name, Object value) {
        fields.add(
                value instanceof Part part
                        ? new Field(quoted(name), quoted(part.fileName()), part)
                        : new Field(quoted(name), ParamText.of(name, value), null));
    }

    private void write() {
        int next = 0;
        ByteRun run = new ByteRun(sizeFrom(next));
        for (Field field : fields) {
            next++;
            run.add(delimiter).add(DISPOSITION).add(field.name);
            Part part = field.part;
            if (part == null) {
                run.add(END_OF_NAME).add(BLANK_LINE).add(field.text);
            } else {
                run.add(FILE_NAME)
                        .add(field.text)
                        .add(CONTENT_TYPE)
                        .add(part.contentType())
                        .add(BLANK_LINE);
                segments.add(new TransportBody.Bytes(run.bytes()));
                segments.add(content(part));
                run = new ByteRun(sizeFrom(next));
            }
            run.add(CRLF);
        }
        segments.add(new TransportBody.Bytes(run.add(delimiter).add(CLOSE).bytes()));
    }

    /** The bytes up to the content of the next part or to the end, if all text is ASCII. */
    private int sizeFrom(int first) {
        int size = CRLF.length;
        for (Field field : fields.subList(first, fields.size())) {
            size += delimiter.length + DISPOSITION.length + field.name.length() + field.text.length();
            if (field.part != null) {
                return size
                        + FILE_NAME.length
                        + CONTENT_TYPE.length
                        + field.part.contentType().length()
                        + BLANK_LINE.length
                        - (first == 0 ? CRLF.length : 0);
            }
            size += END_OF_NAME.length + BLANK_LINE.length + CRLF.length;
        }
        return size + delimiter.length + CLOSE.length - (first == 0 ? CRLF.length : 0);
    }

    private TransportBody.Segment content(Part part) {
        replayable &= part.replayable();
        Part.Content content = part.content();
        if (content instanceof Part.InMemory memory) {
            return new TransportBody.Bytes(memory.bytes());
        }
        if (content instanceof Part.OnDisk disk) {
            return new TransportBody.FileContent(disk.file(), size(disk));
        }
        Part.Published published = (Part.Published) content;
        return new TransportBody.Stream(published.source().get(), published.length());
    }

    private static long size(Part.OnDisk disk) {
        try {
            return Files.size(disk.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the file to upload", unreadable);
        }
    }

    /**
     * Raw UTF-8 with a quote percent-encoded, as browsers do it and RFC 7578 section 2 has it. A backslash is doubled, as
     * receivers take it for an escape: one at the end would swallow the closing quote, and the part with it.
     */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "%22");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
