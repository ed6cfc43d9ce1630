package io.github.mailgunreactor.analytics.logs;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@linkplain EventTail tail} has come: where it reads from, and fingerprints of the events from there on that
 * it has already given. There are three ways to keep one:
 *
 * <ul>
 *   <li>{@link #mark} after each event: what the event adds to the position before it, in 32 characters, whatever the tail
 *       remembers. {@link #parse} takes a {@link #text} and the marks that follow it, a line each: a file that begins
 *       with the one and to which the others are appended, or rows of a table.
 *   <li>{@link #text} once in a while: all of it, about 13 characters for each event of the overlap.
 *   <li>{@link #shortText} where there is little room, such as a cookie or the id of a server-sent event: less than 1000
 *       characters, and a shorter overlap.
 * </ul>
 *
 * <p>Immutable, cheap to make, and valid for tails of the same account or domain and the same filter only.
 */
public final class TailPosition {
    private static final String VERSION = "2.";
    private static final String MALFORMED = "text must be that of a position";
    private static final int MARK_BYTES = 24;
    private static final int MARK_LENGTH = 32;
    private static final int SHORT_EVENTS = 64;
    private static final byte[] BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.ISO_8859_1);

    private final long fromSecond;
    private final SeenEvents.Snapshot seen;

    TailPosition(long fromSecond, SeenEvents.Snapshot seen) {
        this.fromSecond = fromSecond;
        this.seen = seen;
    }

    /** Where a tail starts that gives all events from an instant on. Whole seconds count. */
    public static TailPosition at(Instant start) {
        return new TailPosition(start.getEpochSecond(), SeenEvents.Snapshot.EMPTY);
    }

    /**
     * Reads a {@link #text} or {@link #shortText}, and the {@linkplain #mark marks} behind it in any order, each on a line of
     * its own. The last line may be cut short, as it is when a program ends while it writes: it counts as not written.
     *
     * @throws IllegalArgumentException if the text is not a position
     */
    public static TailPosition parse(String text) {
        int line = text.indexOf('\n');
        TailPosition first = parseWhole(line < 0 ? text : text.substring(0, line));
        if (line < 0) {
            return first;
        }
        SeenEvents seen = new SeenEvents(first.seen);
        long from = first.fromSecond;
        while (++line < text.length()) {
            int end = text.indexOf('\n', line);
            if (end == line) {
                continue;
            }
            if (end < 0 && text.length() - line < MARK_LENGTH) {
                break;
            }
            ByteBuffer mark = decode(text.substring(line, end < 0 ? text.length() : end));
            if (mark.remaining() != MARK_BYTES) {
                throw new IllegalArgumentException(MALFORMED);
            }
            from = Math.max(from, mark.getLong());
            seen.add(mark.getLong(), mark.getLong());
            line = end < 0 ? text.length() : end;
        }
        seen.forgetBefore(from);
        return new TailPosition(from, seen.snapshot());
    }

    private static TailPosition parseWhole(String text) {
        if (!text.startsWith(VERSION)) {
            throw new IllegalArgumentException(MALFORMED);
        }
        try {
            ByteBuffer bytes = decode(text.substring(VERSION.length()));
            long fromSecond = bytes.getLong();
            int count = bytes.getInt();
            // Each entry takes 9 bytes or more: a count that the text cannot hold must not allocate.
            if (count < 0 || count > bytes.remaining() / 9) {
                throw new IllegalArgumentException(MALFORMED);
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
                throw new IllegalArgumentException(MALFORMED);
            }
            return new TailPosition(fromSecond, new SeenEvents.Snapshot(fingerprints, seconds, count));
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException(MALFORMED, cut);
        }
    }

    private static ByteBuffer decode(String base64) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(base64));
    }

    /** The whole position as ASCII text on one line, as long as the tail remembers many events. */
    public String text() {
        return write(fromSecond, 0);
    }

    /**
     * What the event of this position adds to the position before it, as 32 ASCII characters. It costs the same however
     * many events are remembered.
     *
     * @throws IllegalStateException if no event has been given up to here
     */
    public String mark() {
        int last = seen.count() - 1;
        if (last < 0) {
            throw new IllegalStateException("a position before the first event has no mark");
        }
        // By hand: a buffer and an encoder would cost more than the rest of a checkpoint, and there is one for each
        // event.
        byte[] base64 = new byte[MARK_LENGTH];
        for (int from = 0, to = 0; from < MARK_BYTES; from += 3) {
            int bits = markByte(last, from) << 16 | markByte(last, from + 1) << 8 | markByte(last, from + 2);
            base64[to++] = BASE64[bits >>> 18];
            base64[to++] = BASE64[bits >>> 12 & 0x3F];
            base64[to++] = BASE64[bits >>> 6 & 0x3F];
            base64[to++] = BASE64[bits & 0x3F];
        }
        return new String(base64, StandardCharsets.ISO_8859_1);
    }

    /** A byte of from when on is read, the second of the event, and its fingerprint, one after the other. */
    private int markByte(int event, int index) {
        long number = index < 8 ? fromSecond : index < 16 ? seen.second(event) : seen.fingerprint(event);
        return (int) (number >>> (56 - 8 * (index & 7))) & 0xFF;
    }

    /**
     * The position as ASCII text of less than 1000 characters. It remembers the 64 newest events only, and so a tail goes on
     * from it with an overlap that is as long as these: an event that shows up later is not found, unlike from a
     * {@link #text} or its marks. Of a second with more than 64 events some are given again.
     */
    public String shortText() {
        if (seen.count() <= SHORT_EVENTS) {
            return text();
        }
        long[] sorted = new long[seen.count()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = seen.second(i);
        }
        Arrays.sort(sorted);
        long newest = sorted[sorted.length - 1];
        long from = Math.min(sorted[sorted.length - SHORT_EVENTS - 1] + 1, newest);
        int kept = 0;
        int skip = 0;
        for (int i = seen.count() - 1; i >= 0 && kept < SHORT_EVENTS; i--) {
            kept += seen.second(i) >= from ? 1 : 0;
            skip = i;
        }
        return write(from, skip);
    }

    /** Writes the events from a second on, without so many that were given first. */
    private String write(long from, int skipped) {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 18 * (seen.count() - skipped));
        bytes.putLong(from).putInt(0);
        long second = from;
        int count = 0;
        for (int i = skipped; i < seen.count(); i++) {
            if (seen.second(i) >= from) {
                writeNumber(seen.second(i) - second, bytes);
                bytes.putLong(seen.fingerprint(i));
                second = seen.second(i);
                count++;
            }
        }
        bytes.putInt(Long.BYTES, count);
        return VERSION + encode(bytes);
    }

    private static String encode(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.get(0, bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    long fromSecond() {
        return fromSecond;
    }

    SeenEvents.Snapshot seen() {
        return seen;
    }

    /** Zigzag, then seven bits a byte, the lowest first: the seconds between events are few, backwards ones rare. */
    private static void writeNumber(long number, ByteBuffer bytes) {
        long rest = (number << 1) ^ (number >> 63);
        while (rest < 0 || rest > 0x7F) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift <= 63; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (number >>> 1) ^ -(number & 1);
            }
        }
        throw new IllegalArgumentException(MALFORMED);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof TailPosition position)
                || fromSecond != position.fromSecond
                || seen.count() != position.seen.count()) {
            return false;
        }
        SeenEvents mine = new SeenEvents(seen);
        for (int i = 0; i < position.seen.count(); i++) {
            if (mine.add(position.seen.second(i), position.seen.fingerprint(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(fromSecond) + seen.count();
    }

    /** From when on it reads, and how many events of that time it has already given. */
    @Override
    public String toString() {
        return "TailPosition[from " + Instant.ofEpochSecond(fromSecond) + ", " + seen.count() + " given]";
    }
}
