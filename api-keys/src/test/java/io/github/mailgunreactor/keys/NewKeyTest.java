package io.github.mailgunreactor.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rules that Mailgun has for each kind of key, none of which a caller can break. */
class NewKeyTest {

    @Test
    void givesASendingKeyItsDomain() {
        assertThat(NewKey.sending("shop.example.com"))
                .hasToString(
                        "NewKey{role=KeyRole[value=sending], kind=KeyKind[value=domain], domain_name=shop.example.com}");
        assertThatIllegalArgumentException().isThrownBy(() -> NewKey.sending(" "));
    }

    @Test
    void refusesASendingKeyWithoutADomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewKey.of(KeyRole.SENDING))
                .withMessage("role must not be sending: such a key is made for a domain");
        assertThatIllegalArgumentException().isThrownBy(() -> NewKey.web(KeyRole.SENDING, "user-7", "ada@example.com"));
    }

    @Test
    void givesAWebKeyItsUserAndAtMostADay() {
        NewKey key = NewKey.web(KeyRole.BASIC, "user-7", "ada@example.com");

        assertThat(key.expiration(Duration.ofDays(1)))
                .hasToString(
                        "NewKey{role=KeyRole[value=basic], kind=KeyKind[value=web], user_id=user-7, email=ada@example.com,"
                                + " expiration=86400}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.expiration(Duration.ofDays(1).plusSeconds(1)))
                .withMessageContaining("life must be from PT1S to PT24H");
        assertThat(NewKey.of(KeyRole.BASIC).expiration(Duration.ofDays(2)))
                .hasToString("NewKey{role=KeyRole[value=basic], expiration=172800}");
    }
}
