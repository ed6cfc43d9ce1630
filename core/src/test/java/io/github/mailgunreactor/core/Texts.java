package io.github.mailgunreactor.core;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts to try encodings with. */
final class Texts {
    private static final String TROUBLESOME = " +%&=?/#\\\"';:,@{}[]<>|^`~.-_!$()*äßé€漢";

    private Texts() {}

    /** Any Unicode text: control characters, line ends, quotes, letters of one to four bytes. */
    static Arbitrary<String> unicode() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between('0', 'z')),
                        Tuple.of(
                                4,
                                Arbitraries.of(TROUBLESOME.codePoints().boxed().toList())),
                        Tuple.of(2, Arbitraries.of((int) '\r', (int) '\n', (int) '\t', 0, 0x7F, 0x85, 0x2028)),
                        Tuple.of(2, Arbitraries.integers().between(0xA0, 0xD7FF)),
                        Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFF)),
                        Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10FFFF)))
                .list()
                .ofMaxSize(12)
                .map(codePoints -> codePoints.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** Unicode that is not blank and has no control character, as the client takes it for names and path variables. */
    static Arbitrary<String> names() {
        return unicode()
                .map(text -> text.codePoints()
                        .filter(codePoint -> !Character.isISOControl(codePoint))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .map(text -> text.isBlank() ? text + "x" : text);
    }
}
