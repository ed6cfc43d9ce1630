package io.github.mailgunreactor.core.internal;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of zones in dates: those that RFC 2822 defines, and abbreviations that stand for one offset all over the world. What
 * stands for several is not here, as a wrong guess would be another time: {@code IST} is said in India, Israel and Ireland,
 * and the military letters but {@code Z} were defined with the wrong sign and are used both ways.
 */
final class ZoneName {
    private static final Map<String, Integer> MINUTES_EAST = Map.ofEntries(
            entry("Z", 0),
            entry("UT", 0),
            entry("UTC", 0),
            entry("GMT", 0),
            // RFC 2822 says what these mean, in China too.
            entry("EDT", -4 * 60),
            entry("EST", -5 * 60),
            entry("CDT", -5 * 60),
            entry("CST", -6 * 60),
            entry("MDT", -6 * 60),
            entry("MST", -7 * 60),
            entry("PDT", -7 * 60),
            entry("PST", -8 * 60),
            entry("NDT", -2 * 60 - 30),
            entry("NST", -3 * 60 - 30),
            entry("ADT", -3 * 60),
            entry("AST", -4 * 60),
            entry("AKDT", -8 * 60),
            entry("AKST", -9 * 60),
            entry("HST", -10 * 60),
            entry("WET", 0),
            entry("WEST", 60),
            entry("BST", 60),
            entry("CET", 60),
            entry("CEST", 2 * 60),
            entry("EET", 2 * 60),
            entry("EEST", 3 * 60),
            entry("MSK", 3 * 60),
            entry("WAT", 60),
            entry("CAT", 2 * 60),
            entry("SAST", 2 * 60),
            entry("EAT", 3 * 60),
            entry("IDT", 3 * 60),
            entry("PKT", 5 * 60),
            entry("WIB", 7 * 60),
            entry("WITA", 8 * 60),
            entry("WIT", 9 * 60),
            entry("HKT", 8 * 60),
            entry("AWST", 8 * 60),
            entry("JST", 9 * 60),
            entry("KST", 9 * 60),
            entry("ACST", 9 * 60 + 30),
            entry("ACDT", 10 * 60 + 30),
            entry("AEST", 10 * 60),
            entry("AEDT", 11 * 60),
            entry("NZST", 12 * 60),
            entry("NZDT", 13 * 60));

    private ZoneName() {}

    /** How many seconds it is east of UTC, or {@code null} where that is not certain. */
    static @Nullable Integer offset(String name) {
        Integer minutes = MINUTES_EAST.get(name.toUpperCase(Locale.ROOT));
        return minutes == null ? null : minutes * 60;
    }
}
