package io.github.mailgunreactor.core.internal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.DateTimes;

/** Every way in which Mailgun was seen to write a date is read as the instant that it means. */
class WireDateProperties {
    private static final DateTimeFormatter WITHOUT_DAY =
            DateTimeFormatter.ofPattern("dd MMM uuuu HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Where each name is said, as the time zone database of the JDK knows the place. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            entry("EST", "America/New_York"),
            entry("EDT", "America/New_York"),
            entry("CST", "America/Chicago"),
            entry("CDT", "America/Chicago"),
            entry("MST", "America/Denver"),
            entry("MDT", "America/Denver"),
            entry("PST", "America/Los_Angeles"),
            entry("PDT", "America/Los_Angeles"),
            entry("NST", "America/St_Johns"),
            entry("NDT", "America/St_Johns"),
            entry("AST", "America/Halifax"),
            entry("ADT", "America/Halifax"),
            entry("AKST", "America/Anchorage"),
            entry("AKDT", "America/Anchorage"),
            entry("HST", "Pacific/Honolulu"),
            entry("WET", "Europe/Lisbon"),
            entry("WEST", "Europe/Lisbon"),
            entry("BST", "Europe/London"),
            entry("CET", "Europe/Paris"),
            entry("CEST", "Europe/Paris"),
            entry("EET", "Europe/Athens"),
            entry("EEST", "Europe/Athens"),
            entry("MSK", "Europe/Moscow"),
            entry("WAT", "Africa/Lagos"),
            entry("CAT", "Africa/Maputo"),
            entry("EAT", "Africa/Nairobi"),
            entry("SAST", "Africa/Johannesburg"),
            entry("IDT", "Asia/Jerusalem"),
            entry("PKT", "Asia/Karachi"),
            entry("WIB", "Asia/Jakarta"),
            entry("WITA", "Asia/Makassar"),
            entry("WIT", "Asia/Jayapura"),
            entry("HKT", "Asia/Hong_Kong"),
            entry("JST", "Asia/Tokyo"),
            entry("KST", "Asia/Seoul"),
            entry("AWST", "Australia/Perth"),
            entry("ACST", "Australia/Adelaide"),
            entry("ACDT", "Australia/Adelaide"),
            entry("AEST", "Australia/Sydney"),
            entry("AEDT", "Australia/Sydney"),
            entry("NZST", "Pacific/Auckland"),
            entry("NZDT", "Pacific/Auckland"));

    /** Names that are said in summer. */
    private static final Set<String> SUMMER = Set.of(
            "EDT", "CDT", "MDT", "PDT", "NDT", "ADT", "AKDT", "WEST", "BST", "CEST", "EEST", "IDT", "ACDT", "AEDT",
            "NZDT");

    @Provide
    Arbitrary<Instant> seconds() {
        return DateTimes.instants()
                .between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"))
                .ofPrecision(ChronoUnit.SECONDS);
    }

    @Provide
    Arbitrary<Instant> nanoseconds() {
        return DateTimes.instants()
                .between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"))
                .ofPrecision(ChronoUnit.NANOS);
    }

    @Property(tries = 300)
    void readsRfc2822InUtcUnderEachOfItsNamesAndWithAnyDayName(
            @ForAll("seconds") Instant instant, @ForAll("utc") String zone, @ForAll("days") String day) {
        assertThat(WireDate.parse(day + WITHOUT_DAY.format(instant) + " " + zone))
                .isEqualTo(instant);
    }

    @Provide
    Arbitrary<String> utc() {
        return Arbitraries.of("GMT", "UTC", "-0000", "+0000", "Z", "gmt");
    }

    @Provide
    Arbitrary<String> days() {
        return Arbitraries.of("Sun, ", "Mon, ", "Wed, ", "Sat,", "");
    }

    @Property(tries = 300)
    void readsRfc2822WithAnyOffset(
            @ForAll("seconds") Instant instant, @ForAll @IntRange(min = -1079, max = 1079) int minutes) {
        ZonedDateTime local = instant.atZone(ZoneOffset.ofTotalSeconds(minutes * 60));

        assertThat(WireDate.parse(DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                        .format(local)))
                .isEqualTo(instant);
    }

    @Property(tries = 300)
    void readsIsoWithAnyOffsetAndFraction(
            @ForAll("nanoseconds") Instant instant, @ForAll @IntRange(min = -1079, max = 1079) int minutes) {
        ZonedDateTime local = instant.atZone(ZoneOffset.ofTotalSeconds(minutes * 60));

        assertThat(WireDate.parse(DateTimeFormatter.ISO_INSTANT.format(instant)))
                .isEqualTo(instant);
        assertThat(WireDate.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local)))
                .isEqualTo(instant);
    }

    @Property(tries = 200)
    void readsIsoWithoutOffsetAsUtc(@ForAll("seconds") Instant instant) {
        assertThat(WireDate.parse(ISO_SECONDS.format(instant))).isEqualTo(instant);
        assertThat(WireDate.parse(ISO_SECONDS.format(instant).replace('T', ' ')))
                .isEqualTo(instant);
    }

    @Property(tries = 200)
    void readsGosOwnTextWithOffsetAndZone(@ForAll("seconds") Instant instant) {
        assertThat(WireDate.parse(ISO_SECONDS.format(instant).replace('T', ' ') + " +0000 UTC"))
                .isEqualTo(instant);
    }

    @Property(tries = 200)
    void readsADateAloneAsItsMidnightInUtc(@ForAll("seconds") Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);

        assertThat(WireDate.parse(date.toString()))
                .isEqualTo(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Property(tries = 300)
    void readsEpochSecondsWholeAndWithFraction(@ForAll("recent") Instant instant) {
        BigDecimal exact = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));

        assertThat(WireDate.ofEpoch(exact)).isEqualTo(instant);
        assertThat(WireDate.parse(exact.toPlainString())).isEqualTo(instant);
        assertThat(WireDate.parse(Long.toString(instant.getEpochSecond())))
                .isEqualTo(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    @Property(tries = 200)
    void readsEpochMillisecondsByTheirMagnitude(@ForAll("recent") Instant instant) {
        assertThat(WireDate.parse(Long.toString(instant.toEpochMilli())))
                .isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /** From when milliseconds have more digits than seconds ever will. */
    @Provide
    Arbitrary<Instant> recent() {
        return DateTimes.instants()
                .between(Instant.parse("1974-01-01T00:00:00Z"), Instant.parse("2999-12-31T00:00:00Z"))
                .ofPrecision(ChronoUnit.NANOS);
    }

    @Property(tries = 200)
    void readsEpochMicrosecondsAndNanosecondsByTheirMagnitude(@ForAll("recent") Instant instant) {
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));

        assertThat(WireDate.ofEpoch(seconds.movePointRight(6))).isEqualTo(instant);
        assertThat(WireDate.parse(seconds.movePointRight(9).toBigInteger().toString()))
                .isEqualTo(instant);
    }

    @Property(tries = 300)
    void readsTheNamesOfZonesAsTheJdksOwnZonesHaveThem(
            @ForAll("seconds") Instant instant, @ForAll("zones") Map.Entry<String, String> zone) {
        ZoneId place = ZoneId.of(zone.getValue());
        for (int month : new int[] {1, 7}) {
            ZonedDateTime local = instant.atZone(ZoneOffset.UTC)
                    .withDayOfMonth(10)
                    .withYear(2025)
                    .withMonth(month)
                    .withZoneSameLocal(place);
            if (place.getRules().isDaylightSavings(local.toInstant()) == SUMMER.contains(zone.getKey())) {
                assertThat(WireDate.parse(WITHOUT_DAY.withZone(place).format(local) + " " + zone.getKey()))
                        .isEqualTo(local.toInstant());
            }
        }
    }

    @Provide
    Arbitrary<Map.Entry<String, String>> zones() {
        return Arbitraries.of(ZONES.entrySet());
    }

    @Example
    void readsANameThatStandsForSeveralZonesAsNone() {
        for (String zone : new String[] {"IST", "A", "M", "N", "Y", "J", "SST", "XYZ", "Europe/Paris"}) {
            assertThatIllegalArgumentException()
                    .as(zone)
                    .isThrownBy(() -> WireDate.parse("Thu, 30 Jan 2025 16:14:04 " + zone));
        }
    }

    @Example
    void readsTheZoneOfAMailWithItsNameAsAComment() {
        assertThat(WireDate.parse("Thu, 30 Jan 2025 16:14:04 +0100 (CET)"))
                .isEqualTo(Instant.parse("2025-01-30T15:14:04Z"));
    }

    @Example
    void takesNoNumberForATimeBeforeThereWasMail() {
        for (String number :
                new String[] {"0", "0.0", "-1", "-62135596801", "-62135596800.5", "100000000000000000001"}) {
            assertThatIllegalArgumentException().as(number).isThrownBy(() -> WireDate.parse(number));
        }
    }

    @Example
    void readsTheBeginningOfTheYearOneAsNoDateAlsoAsANumber() {
        assertThat(WireDate.ofEpoch(new BigDecimal("-62135596800"))).isNull();
        assertThat(WireDate.ofEpoch(new BigDecimal("-62135596800000"))).isNull();
        assertThat(WireDate.parse("-62135596800")).isNull();
    }

    @Example
    void readsZeroDatesAndEmptyTextsAsNoDate() {
        assertThat(WireDate.parse("")).isNull();
        assertThat(WireDate.parse("  ")).isNull();
        assertThat(WireDate.parse("0001-01-01T00:00:00Z")).isNull();
        assertThat(WireDate.parse("0001-01-01T00:00:00")).isNull();
        assertThat(WireDate.parse("Mon, 01 Jan 0001 00:00:00 +0000")).isNull();
        assertThat(WireDate.parse("Mon, 01 Jan 0001 00:00:00 UTC")).isNull();
    }

    @Property(tries = 200)
    void writesRfc2822WithANumericOffsetThatItReadsBack(@ForAll("nanoseconds") Instant instant) {
        String written = WireDate.format(instant);

        assertThat(written).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000");
        assertThat(WireDate.parse(written)).isEqualTo(instant.truncatedTo(ChronoUnit.SECONDS));
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written, Instant::from))
                .isEqualTo(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    @Property(tries = 600)
    void refusesWhatIsNoDateInNoOtherWayThanIllegalArgument(@ForAll("nearlyDates") String text) {
        try {
            WireDate.parse(text);
        } catch (IllegalArgumentException notADate) {
            assertThat(notADate).hasMessage("not a date");
        }
    }

    /** Dates with a piece cut out or put in, and texts of the letters that dates are made of. */
    @Provide
    Arbitrary<String> nearlyDates() {
        Arbitrary<String> dates = Arbitraries.of(
                "Sun, 19 Oct 2014 18:49:36 GMT",
                "Thu, 30 Jan 2025 16:14:04 +0100",
                "2026-01-23T10:16:00",
                "2026-01-23T10:16:00.123456789Z",
                "1533922516.538978");
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars("0123456789-+:.,TZeE JanfeUTCGM\u0660é/")
                .ofMaxLength(30);
        Arbitrary<String> damaged = Combinators.combine(
                        dates,
                        Arbitraries.integers().between(0, 29),
                        Arbitraries.integers().between(0, 29),
                        noise)
                .as((date, from, to, put) -> {
                    int start = Math.min(Math.min(from, to), date.length());
                    int end = Math.min(Math.max(from, to), date.length());
                    return date.substring(0, start) + put + date.substring(end);
                });
        return Arbitraries.oneOf(damaged, noise, Arbitraries.strings().ofMaxLength(80));
    }

    @Property(tries = 300)
    void refusesNumbersOfAnyMagnitudeAtOnce(@ForAll long unscaled, @ForAll int scale) {
        BigDecimal number = BigDecimal.valueOf(unscaled, scale);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertThat(WireDate.ofEpoch(number)).isNotNull();
            } catch (IllegalArgumentException notADate) {
                assertThat(notADate).hasMessage("not a date");
            }
        });
    }

    @Example
    void refusesNumbersWhoseExponentIsAsLargeAsTheyCome() {
        for (String number : new String[] {"1e2147483647", "-1e2147483647", "1e-2147483647", "9e99999", "1e-99999"}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatIllegalArgumentException().isThrownBy(() -> WireDate.parse(number)));
        }
    }

    @Property(tries = 200)
    void refusesDaysAndTimesThatDoNotExist(@ForAll("impossible") String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireDate.parse(text))
                .withMessage("not a date");
    }

    @Provide
    Arbitrary<String> impossible() {
        return Arbitraries.of(
                "Fri, 31 Feb 2025 00:00:00 GMT",
                "Fri, 00 Jan 2025 00:00:00 GMT",
                "Fri, 01 Jan 2025 24:00:00 GMT",
                "Fri, 01 Jan 2025 00:60:00 GMT",
                "Fri, 01 Jan 2025 00:00:00 MEZ",
                "Fri, 01 Jan 2025 00:00:00 +9900",
                "Fri, 01 Jnn 2025 00:00:00 GMT",
                "2025-13-01",
                "2025-02-29T00:00:00Z",
                "2025-01-01T00:00:00.Z",
                "2025-01-01T00:00:00Zulu",
                "2025-01-01T");
    }
}
