package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteRunTest {

    @Test
    void growsWhereItsMakerGuessedTooLittle() {
        ByteRun run = new ByteRun(1)
                .add("a")
                .add(new byte[] {'b', 'c', 'd', 'e', 'f'})
                .add("gh");

        assertThat(run.bytes()).isEqualTo("abcdefgh".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void growsByHalfSoThatManySmallPiecesAreCopiedSeldom() {
        ByteRun run = new ByteRun(4).add("abcd").add("e");

        assertThat(run.bytes()).hasSize(5).isNotSameAs(run.bytes());
        assertThat(run.add("f").bytes()).hasSize(6).isSameAs(run.bytes());
    }

    @Test
    void givesItsOwnArrayWhereItsMakerGuessedRight() {
        ByteRun run = new ByteRun(6).add("abc").add(new byte[] {'d', 'e', 'f'});

        assertThat(run.bytes())
                .isEqualTo("abcdef".getBytes(StandardCharsets.US_ASCII))
                .isSameAs(run.bytes());
    }

    @Test
    void givesNoMoreThanWasAddedWhereItsMakerGuessedTooMuch() {
        assertThat(new ByteRun(9).add("ab").bytes()).containsExactly('a', 'b');
    }

    @Test
    void addsATextAsUtf8() {
        for (String text : new String[] {"", "\u007F", "\u0080", "a\u00E9b", "\uD83D\uDE00"}) {
            assertThat(new ByteRun(0).add("x").add(text).add("y").bytes())
                    .isEqualTo(("x" + text + "y").getBytes(StandardCharsets.UTF_8));
        }
    }
}
