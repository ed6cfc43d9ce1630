package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.FastThreadLocal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each thread keeps one array for the next response. */
class ScratchArrayTest {
    private static final int SMALLEST = 16 * 1024;
    private static final int LARGEST_KEPT = 256 * 1024;

    @BeforeEach
    void forget() {
        FastThreadLocal.removeAll();
    }

    @Test
    void lendsAnArrayThatIsLargeEnough() {
        assertThat(ScratchArray.borrow(1)).hasSize(SMALLEST);
        assertThat(ScratchArray.borrow(SMALLEST + 1)).hasSize(SMALLEST + 1);
    }

    @Test
    void lendsWhatWasGivenBackToOneAtATime() {
        byte[] array = ScratchArray.borrow(SMALLEST);
        ScratchArray.giveBack(array);

        assertThat(ScratchArray.borrow(SMALLEST)).isSameAs(array);
        assertThat(ScratchArray.borrow(SMALLEST)).isNotSameAs(array);
    }

    @Test
    void lendsAnotherWhereWhatWasGivenBackIsTooSmall() {
        ScratchArray.giveBack(new byte[SMALLEST]);

        assertThat(ScratchArray.borrow(SMALLEST + 1)).hasSize(SMALLEST + 1);
    }

    @Test
    void keepsTheLargerOfTwo() {
        byte[] larger = new byte[SMALLEST + 1];
        ScratchArray.giveBack(larger);
        ScratchArray.giveBack(new byte[SMALLEST]);

        assertThat(ScratchArray.borrow(1)).isSameAs(larger);
    }

    @Test
    void keepsNoneThatIsVeryLarge() {
        byte[] kept = new byte[LARGEST_KEPT];
        ScratchArray.giveBack(kept);
        ScratchArray.giveBack(new byte[LARGEST_KEPT + 1]);

        assertThat(ScratchArray.borrow(1)).isSameAs(kept);
    }
}
