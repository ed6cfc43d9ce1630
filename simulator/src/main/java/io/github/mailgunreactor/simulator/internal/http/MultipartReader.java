package io.github.mailgunreactor.simulator.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one multipart form in pieces as they arrive. Netty's decoder would do but for what it makes of names: it puts a
 * space in the place of each colon, and Mailgun's options are called {@code o:tag}.
 */
final class MultipartReader {
    private static final int MAX_FIELDS = 10_000;
    private static final int MAX_PART_HEADER_BYTES = 64 * 1024;
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    private enum Place {
        BEFORE,
        DELIMITER,
        HEADERS,
        CONTENT,
        AFTER
    }

    private final byte[] delimiter;
    private final int maxBytesInMemory;
    private final @Nullable FileSink sink;
    private final Parameters form = new Parameters();
    private final List<UploadedFile> files = new ArrayList<>();
    // The first delimiter has no line end of its own.
    private byte[] window = {'\r', '\n'};
    private int start;
    private int end = window.length;
    private long bytesInMemory;
    private Place place = Place.BEFORE;
    private Part part = new Part("", null, null);
    private int parts;

    private static final class Part {
        private final String name;
        private final @Nullable String fileName;
        private final @Nullable String contentType;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private long size;

        Part(String name, @Nullable String fileName, @Nullable String contentType) {
            this.name = name;
            this.fileName = fileName;
            this.contentType = contentType;
        }
    }

    MultipartReader(HttpHeaders headers, int maxBytesInMemory, @Nullable FileSink sink) {
        this.maxBytesInMemory = maxBytesInMemory;
        this.sink = sink;
        Map<String, String> type = HeaderParameters.of(headers.get(HttpHeaderNames.CONTENT_TYPE, ""));
        String boundary = type.getOrDefault("boundary", "");
        if (boundary.isEmpty()) {
            throw malformed();
        }
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    void offer(ByteBuf buffer) {
        append(buffer);
        while (step()) {
            // until more has to arrive
        }
        if (bytesInMemory + end - start > maxBytesInMemory) {
            throw BodyReader.tooLarge();
        }
    }

    private void append(ByteBuf buffer) {
        int length = buffer.readableBytes();
        if (end + length > window.length) {
            byte[] larger = new byte[Math.max(end - start + length, 2 * (end - start))];
            System.arraycopy(window, start, larger, 0, end - start);
            window = larger;
            end -= start;
            start = 0;
        }
        buffer.readBytes(window, end, length);
        end += length;
    }

    /** Goes on by one piece; {@code false} if more has to arrive first. */
    private boolean step() {
        return switch (place) {
            case BEFORE -> skipTo(indexOf(delimiter));
            case DELIMITER -> afterDelimiter();
            case HEADERS -> headers();
            case CONTENT -> content();
            case AFTER -> {
                start = end;
                yield false;
            }
        };
    }

    private boolean skipTo(int at) {
        if (at < 0) {
            start = Math.max(start, end - delimiter.length + 1);
            return false;
        }
        start = at + delimiter.length;
        place = Place.DELIMITER;
        return true;
    }

    private boolean afterDelimiter() {
        if (end - start < 2) {
            return false;
        }
        if (window[start] == '-' && window[start + 1] == '-') {
            place = Place.AFTER;
            return true;
        }
        // Its line end is left: headers may be none at all.
        place = Place.HEADERS;
        return true;
    }

    private boolean headers() {
        int at = indexOf(END_OF_HEADERS);
        if (at < 0) {
            if (end - start > MAX_PART_HEADER_BYTES) {
                throw malformed();
            }
            return false;
        }
        String lines = new String(window, start, at - start, StandardCharsets.UTF_8);
        start = at + END_OF_HEADERS.length;
        begin(lines);
        place = Place.CONTENT;
        return true;
    }

    private void begin(String lines) {
        if (++parts > MAX_FIELDS) {
            throw malformed();
        }
        String disposition = null;
        String contentType = null;
        for (String line : lines.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (name.equalsIgnoreCase("Content-Disposition")) {
                disposition = line.substring(colon + 1);
            } else if (name.equalsIgnoreCase("Content-Type")) {
                contentType = line.substring(colon + 1).strip();
            }
        }
        Map<String, String> parameters = HeaderParameters.of(disposition == null ? "" : disposition);
        String name = parameters.get("name");
        if (name == null) {
            throw malformed();
        }
        part = new Part(name, parameters.get("filename"), contentType);
    }

    private boolean content() {
        int at = indexOf(delimiter);
        if (at >= 0 && end < at + delimiter.length + 2) {
            return false;
        }
        if (at < 0) {
            int sure = Math.max(start, end - delimiter.length + 1);
            take(sure, false);
            return false;
        }
        byte next = window[at + delimiter.length];
        if (next != '-' && next != '\r' && next != ' ' && next != '\t') {
            // It only begins like the delimiter.
            take(at + 2, false);
            return true;
        }
        take(at, true);
        finishPart();
        start = at + delimiter.length;
        place = Place.DELIMITER;
        return true;
    }

    private void take(int to, boolean last) {
        int length = to - start;
        part.size += length;
        if (part.fileName != null && sink != null) {
            if (length > 0 || last) {
                sink.receive(
                        part.name,
                        part.fileName,
                        ByteBuffer.wrap(window, start, length).slice(),
                        last);
            }
        } else {
            part.content.write(window, start, length);
            bytesInMemory += length;
        }
        start = to;
    }

    private void finishPart() {
        if (part.fileName == null) {
            form.add(part.name, part.content.toString(StandardCharsets.UTF_8));
        } else {
            files.add(new UploadedFile(
                    part.name, part.fileName, part.contentType, part.size, part.content.toByteArray()));
        }
    }

    ReceivedBody finish() {
        if (place != Place.AFTER) {
            throw malformed();
        }
        return ReceivedBody.form(form, files);
    }

    /** Where a sequence that begins with a line end stands, or -1. */
    private int indexOf(byte[] wanted) {
        for (int at = start; at <= end - wanted.length; at++) {
            if (window[at] == '\r' && Arrays.equals(window, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static Refusal malformed() {
        return new Refusal(400, "malformed multipart body");
    }
}
