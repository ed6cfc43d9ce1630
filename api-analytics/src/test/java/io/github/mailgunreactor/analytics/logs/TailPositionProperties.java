package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TailPositionProperties {

    @Property
    void isTheSameAfterItWasWrittenAndRead(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long from,
            @ForAll @Size(max = 200) Set<Long> fingerprints,
            @ForAll @IntRange(max = 100_000) int spread) {
        long[] prints = fingerprints.stream().mapToLong(Long::longValue).toArray();
        long[] seconds = new long[prints.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = from + (spread == 0 ? 0 : Math.floorMod(prints[i], spread));
        }
        TailPosition position = new TailPosition(from, new SeenEvents.Snapshot(prints, seconds, prints.length));

        TailPosition read = TailPosition.parse(position.text());

        assertThat(read).isEqualTo(position).hasSameHashCodeAs(position);
        assertThat(read.seen().since(from)).isDeepEqualTo(position.seen().since(from));
    }

    @Property
    void refusesAnyOtherText(@ForAll String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TailPosition.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> TailPosition.parse("1." + text + "!"));
    }
}
