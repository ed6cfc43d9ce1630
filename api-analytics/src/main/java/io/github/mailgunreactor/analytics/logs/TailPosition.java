package io.github.mailgunreactor.analytics.logs;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@linkplain EventTail tail} has come: where it reads from, and fingerprints of the events from there on that
 * it has already given. {@link #text} is what to keep in a file or database; it takes about 12 characters for each event
 * of the overlap. Immutable, cheap to make, and valid for the domain and filter of its tail only.
 */
public final class TailPosition {
    private static final String VERSION = "1.";
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private final long fromSecond;
    private final SeenEvents.Snapshot seen;

    TailPosition(long fromSecond, SeenEvents.Snapshot seen) {
        this.fromSecond = fromSecond;
        this.seen = seen;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if the text is not a position
     */
    public static TailPosition parse(String text) {
        if (!text.startsWith(VERSION) || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text must be that of a position");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(VERSION.length())));
            long fromSecond = bytes.getLong();
            int count = bytes.getInt();
            // Each entry takes 9 bytes or more: a count that the text cannot hold must not allocate.
            if (count < 0 || count > bytes.remaining() / 9) {
                throw new IllegalArgumentException("text must be that of a position");
            }
            long[] fingerprints = new long[count];
            long[] seconds = new long[count];
            long second = fromSecond;
            for (int i = 0; i < count; i++) {
                second += readNumber(bytes);
                seconds[i] = second;
                fingerprints[i] = bytes.getLong();
            }
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException("text must be that of a position");
            }
            return new TailPosition(fromSecond, new SeenEvents.Snapshot(fingerprints, seconds, count));
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("text must be that of a position", cut);
        }
    }

    /** The position as ASCII text without spaces. */
    public String text() {
        long[][] entries = seen.since(fromSecond);
        ByteBuffer bytes = ByteBuffer.allocate(12 + 18 * entries.length);
        bytes.putLong(fromSecond).putInt(entries.length);
        long second = fromSecond;
        for (long[] entry : entries) {
            writeNumber(entry[0] - second, bytes);
            bytes.putLong(entry[1]);
            second = entry[0];
        }
        byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(written);
    }

    long fromSecond() {
        return fromSecond;
    }

    SeenEvents.Snapshot seen() {
        return seen;
    }

    /** Seven bits a byte, the lowest first: the seconds between events are few. */
    private static void writeNumber(long number, ByteBuffer bytes) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("text must be that of a position");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TailPosition position && text().equals(position.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** From when on it reads, and how many events of that time it has already given. */
    @Override
    public String toString() {
        return "TailPosition[from " + Instant.ofEpochSecond(fromSecond) + ", " + seen.since(fromSecond).length
                + " given]";
    }
}
