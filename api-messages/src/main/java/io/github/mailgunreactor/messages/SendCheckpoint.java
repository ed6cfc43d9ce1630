package io.github.mailgunreactor.messages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is: what of it Mailgun has confirmed, and which requests were begun and not answered. Its text is what a program
 * keeps; it stays short, however long the job is.
 */
public final class SendCheckpoint {
    private static final String VERSION = "1";

    private final SendId job;
    private final Instant began;
    private final long settled;
    private final long hash;
    private final List<Range> ranges;

    SendCheckpoint(SendId job, Instant began, long settled, long hash, List<Range> ranges) {
        this.job = job;
        this.began = began;
        this.settled = settled;
        this.hash = hash;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Items beyond those of which all are settled.
     *
     * @param first the index of the first
     * @param end the index after the last
     * @param hash of all items of the job up to the end
     * @param sent whether Mailgun confirmed them; else their request was begun, and its response is not known
     */
    record Range(long first, long end, long hash, boolean sent) {}

    /** The beginning of a job. */
    public static SendCheckpoint of(SendId job) {
        return new SendCheckpoint(job, MessageLogs.now().truncatedTo(ChronoUnit.SECONDS), 0, 0, List.of());
    }

    /**
     * Reads the text that {@link #toString()} gave.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SendCheckpoint parse(String text) {
        String[] parts = Objects.requireNonNull(text, "text").split(" ", -1);
        try {
            if (parts.length < 5 || !parts[0].equals(VERSION)) {
                throw new IllegalArgumentException("too few parts");
            }
            List<Range> ranges = new ArrayList<>();
            for (int i = 5; i < parts.length; i++) {
                String[] range = parts[i].substring(1).split(":", -1);
                boolean sent = parts[i].charAt(0) == '+';
                ranges.add(new Range(number(range[0]), number(range[1]), hash(range[2]), sent));
            }
            Instant began = Instant.ofEpochSecond(number(parts[2]));
            return new SendCheckpoint(SendId.of(parts[1]), began, number(parts[3]), hash(parts[4]), ranges);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("text must be that of a checkpoint");
        }
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException("negative");
        }
        return number;
    }

    private static long hash(String text) {
        return Long.parseUnsignedLong(text, 16);
    }

    /** The id of the job, with which the ids of its requests begin. */
    public SendId job() {
        return job;
    }

    /** How many items Mailgun has confirmed. */
    public long confirmed() {
        return settled
                + ranges.stream()
                        .filter(Range::sent)
                        .mapToLong(range -> range.end - range.first)
                        .sum();
    }

    /** How many items were begun to be sent and not answered: Mailgun may have them. */
    public long inDoubt() {
        return ranges.stream()
                .filter(range -> !range.sent)
                .mapToLong(range -> range.end - range.first)
                .sum();
    }

    /** When the job began. */
    public Instant began() {
        return began;
    }

    long settled() {
        return settled;
    }

    long hash() {
        return hash;
    }

    List<Range> ranges() {
        return ranges;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SendCheckpoint that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** A line of ASCII, for {@link #parse}. It has no addresses, only a hash of all. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION)
                .append(' ')
                .append(job)
                .append(' ')
                .append(began.getEpochSecond())
                .append(' ')
                .append(settled)
                .append(' ')
                .append(Long.toHexString(hash));
        for (Range range : ranges) {
            text.append(range.sent ? " +" : " ?")
                    .append(range.first)
                    .append(':')
                    .append(range.end)
                    .append(':')
                    .append(Long.toHexString(range.hash));
        }
        return text.toString();
    }
}
