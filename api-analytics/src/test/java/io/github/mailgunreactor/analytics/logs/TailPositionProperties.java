package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TailPositionProperties {

    private static TailPosition position(long from, Set<Long> fingerprints, int spread) {
        SeenEvents seen = new SeenEvents(SeenEvents.Snapshot.EMPTY);
        for (long print : fingerprints) {
            seen.add(from + (spread == 0 ? 0 : Math.floorMod(print, spread)), print);
        }
        return new TailPosition(from, seen.snapshot());
    }

    @Property
    void isTheSameAfterItWasWrittenAndRead(
            @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long from,
            @ForAll @Size(max = 200) Set<Long> fingerprints,
            @ForAll @IntRange(max = 100_000) int spread) {
        TailPosition position = position(from, fingerprints, spread);

        TailPosition read = TailPosition.parse(position.text());

        assertThat(read).isEqualTo(position).hasSameHashCodeAs(position);
    }

    @Property
    void isAlsoTheFirstPositionAndAllMarksSince(
            @ForAll @LongRange(max = 4_000_000_000L) long from,
            @ForAll @Size(max = 100) Set<Long> fingerprints,
            @ForAll @IntRange(max = 1000) int spread,
            @ForAll Random random) {
        SeenEvents seen = new SeenEvents(SeenEvents.Snapshot.EMPTY);
        String start = TailPosition.at(Instant.ofEpochSecond(from)).text();
        List<String> marks = new ArrayList<>();
        TailPosition last = TailPosition.parse(start);
        long reads = from;
        for (long print : fingerprints) {
            long second = reads + (spread == 0 ? 0 : Math.floorMod(print, spread));
            seen.add(second, print);
            last = new TailPosition(reads, seen.snapshot());
            marks.add(last.mark());
            if (random.nextInt(10) == 0) {
                reads += random.nextInt(200);
                seen.forgetBefore(reads);
            }
        }
        Collections.shuffle(marks, random);
        String kept = start + "\n" + String.join("\n", marks);

        assertThat(TailPosition.parse(kept)).isEqualTo(last);
        assertThat(TailPosition.parse(kept + "\n")).isEqualTo(last);
        assertThat(marks).allMatch(mark -> mark.length() == 32);
    }

    @Property
    void hasAShortFormWhateverItRemembers(
            @ForAll @LongRange(max = 4_000_000_000L) long from,
            @ForAll @IntRange(max = 2000) int events,
            @ForAll @IntRange(min = 1, max = 90_000) int spread,
            @ForAll Random random) {
        SeenEvents seen = new SeenEvents(SeenEvents.Snapshot.EMPTY);
        long newest = from;
        for (int i = 0; i < events; i++) {
            long second = from + random.nextInt(spread);
            newest = Math.max(newest, second);
            seen.add(second, random.nextLong());
        }

        String text = new TailPosition(from, seen.snapshot()).shortText();

        TailPosition read = TailPosition.parse(text);
        assertThat(text).hasSizeLessThan(1000);
        assertThat(read.seen().count()).isLessThanOrEqualTo(64);
        assertThat(read.fromSecond()).isBetween(from, newest);
        if (events <= 64) {
            assertThat(read).isEqualTo(new TailPosition(from, seen.snapshot()));
        }
    }

    @Property
    void refusesAnyOtherText(@ForAll String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TailPosition.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> TailPosition.parse("2." + text + "!"));
    }
}
