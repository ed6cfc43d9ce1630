package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names one sending, known to its sender before Mailgun responds. It travels as the variable {@value #VARIABLE}, so that it
 * comes back in events, logs and webhooks, and {@link MessagesApi} tells by it whether Mailgun has the message. A
 * recipient can read it in the header {@code X-Mailgun-Variables}: put nothing secret into it.
 *
 * @param value 1 to 64 letters and digits of ASCII, {@code . _ -}
 */
public record SendId(@JsonValue String value) {
    /** The name of the message's variable that holds the id. */
    public static final String VARIABLE = "send-id";

    private static final int LONGEST = 64;

    // Drawn once, when the class is loaded, which MessagesApi does when it is made: a draw could block an event loop.
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long PROCESS = RANDOM.nextLong();
    private static final long SEED = RANDOM.nextLong();
    private static final AtomicLong NEXT = new AtomicLong();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SendId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(SendId::isAllowed)) {
            throw new IllegalArgumentException(
                    "send id must be 1 to " + LONGEST + " ASCII letters, digits, dots, underscores and hyphens");
        }
    }

    /** An id of the caller's own, such as the key of a row in an outbox. */
    public static SendId of(String value) {
        return new SendId(value);
    }

    /** Draws what ids are made of, unless that has happened, on a thread that may block. */
    static void prepare() {
        NEXT.get();
    }

    /** An id that nothing else has: 128 bits, of which a process draws one half once and never repeats the other. */
    public static SendId random() {
        HexFormat hex = HexFormat.of();
        return new SendId(hex.toHexDigits(PROCESS) + hex.toHexDigits(scrambled(NEXT.getAndIncrement())));
    }

    /** The id of a part of this: one that starts with it, then a dot and the number. */
    SendId part(long number) {
        return new SendId(value + '.' + number);
    }

    /** A bijection, so that ids do not tell how many there were (Stafford's mix, as SplittableRandom has it). */
    private static long scrambled(long number) {
        long z = (number + SEED) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
