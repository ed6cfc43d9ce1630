package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.internal.WireDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The longest waits that are believed, and windows that say half of what they could. */
class RetryTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(366);

    private static @Nullable Instant retryAt(Map<String, String> headers) {
        return retryAt(headers, "{}");
    }

    private static @Nullable Instant retryAt(Map<String, String> headers, String body) {
        return ErrorStatusException.of(Method.GET.path("/v1/keys"), Region.US, 429, headers, body)
                .retryAt(NOW);
    }

    @Test
    void readsADateWithItsZoneAtTheEndOfASentence() {
        for (String end : List.of("", ".", "...", "!", "; thank you")) {
            assertThat(retryAt(Map.of(), "limit exceeded, try again after Sat, 21 Nov 2026 02:00:00 +0100" + end))
                    .isEqualTo("2026-11-21T01:00:00Z");
        }
    }

    @Test
    void readsNoDateInWordsThatSayNone() {
        assertThat(retryAt(Map.of(), "limit exceeded, try again after .............."))
                .isNull();
        assertThat(retryAt(Map.of(), "limit exceeded, try again after a while, please"))
                .isNull();
    }

    @Test
    void waitsForTheLastOfTheWindowsThatAreSpent() {
        String sooner = String.valueOf(NOW.plusSeconds(20).toEpochMilli());
        String later = String.valueOf(NOW.plusSeconds(30).toEpochMilli());

        assertThat(retryAt(Map.of("X-RateLimit-Reset", sooner, "X-Request-Reset", later)))
                .isEqualTo(NOW.plusSeconds(30));
        assertThat(retryAt(Map.of("X-RateLimit-Reset", later, "X-Request-Reset", sooner)))
                .isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void believesAWaitOfAYearAndNoLongerOne() {
        assertThat(retryAt(Map.of("Retry-After", String.valueOf(LONGEST.toSeconds()))))
                .isEqualTo(NOW.plus(LONGEST));
        assertThat(retryAt(Map.of("Retry-After", String.valueOf(LONGEST.toSeconds() + 1))))
                .isNull();
    }

    @Test
    void believesADateOfAYearAheadAndNoLaterOne() {
        Instant last = NOW.plus(LONGEST);

        assertThat(retryAt(Map.of("Retry-After", WireDate.format(last)))).isEqualTo(last);
        assertThat(retryAt(Map.of("Retry-After", WireDate.format(last.plusSeconds(1)))))
                .isNull();
    }

    @Test
    void takesAWindowThatDoesNotSayWhatIsLeftForSpent() {
        Instant end = NOW.plusSeconds(30);
        String reset = String.valueOf(end.toEpochMilli());

        assertThat(retryAt(Map.of("X-RateLimit-Reset", reset))).isEqualTo(end);
        assertThat(retryAt(Map.of("X-RateLimit-Reset", reset, "X-RateLimit-Remaining", "1")))
                .isNull();
    }

    @Test
    void readsSecondsWithAFractionAsSeconds() {
        for (String seconds : List.of("12.5", "12.345678", "12.3456789", "12.345678912")) {
            assertThat(retryAt(Map.of(), "limit exceeded, try again in " + seconds + " seconds"))
                    .isEqualTo(NOW.plusSeconds(12));
        }
    }

    @Test
    void readsAnEpochAsATime() {
        Instant end = NOW.plusSeconds(30);

        assertThat(retryAt(Map.of(), "limit exceeded, try again after " + end.getEpochSecond()))
                .isEqualTo(end);
    }
}
