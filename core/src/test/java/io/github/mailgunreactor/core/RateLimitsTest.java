package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    @Test
    void readsAllThreeFamiliesOfHeaders() {
        FakeResponse answer = FakeResponse.empty(200)
                .withHeader("X-RateLimit-Limit", "500")
                .withHeader("X-RateLimit-Remaining", "499")
                .withHeader("X-RateLimit-Reset", "1620637982656")
                .withHeader("X-Recipient-Limit-Limit", "1000")
                .withHeader("X-Recipient-Limit-Remaining", "998")
                .withHeader("X-Recipient-Limit-Reset", "1620637982700")
                .withHeader("x-request-limit", "2500")
                .withHeader("x-request-remaining", "2498")
                .withHeader("x-request-reset", "1774462171770");

        assertThat(RateLimits.of(answer))
                .isEqualTo(new RateLimits(
                        new RateLimit(500L, 499L, Instant.ofEpochMilli(1620637982656L)),
                        new RateLimit(1000L, 998L, Instant.ofEpochMilli(1620637982700L)),
                        new RateLimit(2500L, 2498L, Instant.ofEpochMilli(1774462171770L))));
    }

    @ParameterizedTest
    @CsvSource({
        "1620637982656,2021-05-10T09:13:02.656Z",
        "1620637982,2021-05-10T09:13:02Z",
        "0,1970-01-01T00:00:00Z",
        "100000000000,5138-11-16T09:46:40Z",
        "100000000001,1973-03-03T09:46:40.001Z",
        "100000000000000,5138-11-16T09:46:40Z",
        "100000000000001,",
        "-1,",
        "soon,",
        "9223372036854775808,"
    })
    void readsTheResetInMillisecondsOrSecondsByItsMagnitude(String reset, @Nullable Instant expected) {
        RateLimit limit = RateLimit.of(
                FakeResponse.empty(200).withHeader("x-request-reset", reset).withHeader("x-request-limit", "1"),
                "x-request-");

        assertThat(limit).isEqualTo(new RateLimit(1L, null, expected));
    }

    @Test
    void isThereWhereOneOfItsHeadersIs() {
        FakeResponse limit = FakeResponse.empty(200).withHeader("x-request-limit", "5");
        FakeResponse remaining = FakeResponse.empty(200).withHeader("x-request-remaining", " 4 ");
        FakeResponse reset = FakeResponse.empty(200).withHeader("x-request-reset", "1");

        assertThat(RateLimit.of(limit, "x-request-")).isEqualTo(new RateLimit(5L, null, null));
        assertThat(RateLimit.of(remaining, "x-request-")).isEqualTo(new RateLimit(null, 4L, null));
        assertThat(RateLimit.of(reset, "x-request-")).isEqualTo(new RateLimit(null, null, Instant.ofEpochSecond(1)));
    }

    @Test
    void hasNoneWhereTheAnswerHasNone() {
        assertThat(RateLimits.of(FakeResponse.empty(200).withHeader("x-request-id", "7")))
                .isEqualTo(new RateLimits(null, null, null));
    }
}
