package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last values that are read, and the first that are not: random ones seldom meet them. */
class WireDateBoundsTest {
    private static final String SECOND = "2025-01-30T16:14:04";

    @Test
    void readsAsSecondsWhatIsNoLargerThanSecondsEverAre() {
        assertThat(WireDate.ofEpoch(new BigDecimal("100000000000"))).isEqualTo(Instant.ofEpochSecond(100_000_000_000L));
        assertThat(WireDate.ofEpoch(new BigDecimal("100000000001"))).isEqualTo(Instant.ofEpochMilli(100_000_000_001L));
    }

    @Test
    void readsNumbersOfTwentyDigitsAndSixtyFourDecimals() {
        assertThat(WireDate.ofEpoch(new BigDecimal("99999999999000000000")))
                .isEqualTo(Instant.ofEpochSecond(99_999_999_999L));
        refuses(new BigDecimal("100000000000000000000"));
        BigDecimal second = new BigDecimal("1738253644");
        assertThat(WireDate.ofEpoch(second.setScale(64))).isEqualTo(Instant.ofEpochSecond(1_738_253_644L));
        refuses(second.setScale(65));
    }

    private static void refuses(BigDecimal number) {
        assertThatIllegalArgumentException().isThrownBy(() -> WireDate.ofEpoch(number));
    }

    @Test
    void readsATextOfSixtyFourCharacters() {
        String longest = SECOND + "." + "0".repeat(43) + "Z";

        assertThat(longest).hasSize(64);
        assertThat(WireDate.parse(longest)).isEqualTo(Instant.parse(SECOND + "Z"));
        refuses(SECOND + "." + "0".repeat(44) + "Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2025-01-30T16:14:04.5, 2025-01-30T16:14:04.5Z",
        "2025-01-30T16:14:04.1234567899Z, 2025-01-30T16:14:04.123456789Z",
        "2025-01-30T16:14:04+01, 2025-01-30T15:14:04Z",
        "2025-01-30T16:14:04+18:00, 2025-01-29T22:14:04Z",
        "2025-01-30T16:14:04+01:59, 2025-01-30T14:15:04Z",
        "30 Jan 2025 16:14:04, 2025-01-30T16:14:04Z",
        "'Thu, 30 Jan 2025 16:14', 2025-01-30T16:14:00Z",
        "', 30 Jan 2025 16:14:04 +0000', 2025-01-30T16:14:04Z"
    })
    void readsTheLastValueOfEachPart(String text, String instant) {
        assertThat(WireDate.parse(text)).isEqualTo(Instant.parse(instant));
    }

    @Test
    void aRefusalIsCheapAsAResponseMayBeFullOfThem() {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> WireDate.parse("yesterday"));

        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.fillInStackTrace()).isSameAs(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-30T24:00:00Z",
                "2025-01-30T16:60:00Z",
                "2025-01-30T16:14:61Z",
                "2025-01-30T16:14:04.Z",
                "2025-01-30T16:14:04+19:00",
                "2025-01-30T16:14:04+01:60",
                "30 Jan",
                "30 Ja",
                "30 Jan 2025"
            })
    void refuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WireDate.parse(text));
    }
}
