package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What it costs to keep the position after each event while a tail remembers many. */
class CheckpointCostTest {
    private static final int REMEMBERED = 100_000;
    private static final int EVENTS = 50_000;

    /** More than a text could once be read with: the limit was near 1.4 million. */
    private static final int MANY = 2_000_000;

    @Test
    void aMarkCostsLittleHoweverManyEventsAreRemembered() {
        SeenEvents seen = new SeenEvents(SeenEvents.Snapshot.EMPTY);
        for (int i = 0; i < REMEMBERED; i++) {
            seen.add(i / 50, i * 0x9E3779B97F4A7C15L);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long characters = marks(seen);
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();

        characters += marks(seen);

        long nanos = (threads.getCurrentThreadCpuTime() - before) / EVENTS;
        long bytes = (threads.getCurrentThreadAllocatedBytes() - bytesBefore) / EVENTS;
        System.out.printf("checkpoint: %d ns and %d bytes for an event at %d remembered%n", nanos, bytes, REMEMBERED);
        assertThat(characters).isEqualTo(2L * EVENTS * 32);
        assertThat(bytes).isLessThanOrEqualTo(200);
        // 1 microsecond is the aim; a machine of the build may be slow, but a copy of what is remembered takes
        // thousands.
        assertThat(nanos).isLessThan(20_000);
    }

    private static long marks(SeenEvents seen) {
        long characters = 0;
        for (int i = 0; i < EVENTS; i++) {
            characters += new TailPosition(0, seen.snapshot()).mark().length();
        }
        return characters;
    }

    @Test
    void theWholePositionIsReadAgainWhateverATailMayRemember() {
        long[] fingerprints = new long[MANY];
        long[] seconds = new long[MANY];
        for (int i = 0; i < MANY; i++) {
            fingerprints[i] = i * 0x9E3779B97F4A7C15L;
            seconds[i] = i % 86_400;
        }
        TailPosition position = new TailPosition(0, new SeenEvents.Snapshot(fingerprints, seconds, MANY));

        String text = position.text();

        System.out.printf("position: %d characters at two million remembered%n", text.length());
        assertThat(TailPosition.parse(text).text()).isEqualTo(text);
    }
}
