package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which texts are taken for secrets. */
class SecretMaskTest {

    @Test
    void takesATextOfEightCharactersForASecretAndNoShorterOne() {
        assertThat(SecretMask.of("Bearer 12345678").apply("a 12345678 b")).isEqualTo("a *** b");
        assertThat(SecretMask.of("Bearer 1234567").apply("a 1234567 b")).isEqualTo("a 1234567 b");
    }

    @Test
    void takesAnAddressForASecretHoweverShort() {
        assertThat(SecretMask.of(null, List.of("@b.c")).apply("to @b.c")).isEqualTo("to ***");
    }

    @Test
    void masksWhatABasicHeaderEncodesWithAndWithoutAUser() {
        for (String pair : List.of("api:12345678", "12345678")) {
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

            assertThat(SecretMask.of("basic " + encoded).apply("12345678, " + encoded))
                    .isEqualTo("***, ***");
        }
        assertThat(SecretMask.of("Basic !12345678").apply("!12345678")).isEqualTo("***");
    }

    @Test
    void masksAHeaderWithoutAScheme() {
        assertThat(SecretMask.of("12345678").apply("12345678")).isEqualTo("***");
    }

    @Test
    void masksASecretWithoutItsPaddingToo() {
        assertThat(SecretMask.of("Bearer 12345678==").apply("12345678== 12345678"))
                .isEqualTo("*** ***");
    }

    @Test
    void masksTheLongestSecretFirst() {
        SecretMask mask = SecretMask.of(null, List.of("12345678", "1234567890"));

        assertThat(mask.apply("1234567890 12345678")).isEqualTo("*** ***");
        assertThat(mask.longest()).isEqualTo(10);
    }

    @Test
    void isNoneWhereThereIsNoSecret() {
        assertThat(SecretMask.of(null)).isSameAs(SecretMask.NONE);
        assertThat(SecretMask.NONE.longest()).isZero();
        assertThat(SecretMask.NONE.apply("text")).isEqualTo("text");
    }
}
