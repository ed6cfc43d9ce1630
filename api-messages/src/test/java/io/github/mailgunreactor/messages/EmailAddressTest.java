package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ada Lovelace | Ada Lovelace <ada@example.com>",
                "Lovelace, Ada | \"Lovelace, Ada\" <ada@example.com>",
                "Ada \"Countess\" Lovelace | \"Ada \\\"Countess\\\" Lovelace\" <ada@example.com>",
                "back\\slash | \"back\\\\slash\" <ada@example.com>",
                "Ада Лавлейс | \"Ада Лавлейс\" <ada@example.com>",
                "愛達 🚀 | \"愛達 🚀\" <ada@example.com>",
                "Ada <boss@example.com> | \"Ada <boss@example.com>\" <ada@example.com>",
                "a@b | \"a@b\" <ada@example.com>",
                "Dr. Ada | \"Dr. Ada\" <ada@example.com>",
                "=?utf-8?q?x?= | \"=?utf-8?q?x?=\" <ada@example.com>",
            })
    void quotesNamesThatHeadersWouldMisread(String name, String header) {
        assertThat(EmailAddress.of("ada@example.com", name).headerValue()).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada+news@example.com",
                "o'neill@example.com",
                "x!#$%&'*+-/=?^_`{|}~y@example.com",
                "пример@пример.рф",
                "ada@xn--e1afmkfd.xn--p1ai",
                "\"ada lovelace\"@example.com",
                "\"a@b\"@example.com",
                "a@b",
            })
    void takesTheAddressesThatRfc5322And6531Have(String address) {
        assertThat(EmailAddress.of(address).headerValue()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@example.com",
                "ada@",
                "ada@@example.com",
                "a@b@example.com",
                "ada @example.com",
                "ada@exa mple.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "ada@.example.com",
                "ada@example..com",
                "ada@example.com.",
                "ada@-example.com",
                "ada@example-.com",
                "ada@example.com,bob@example.com",
                "ada@example.com;bob@example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com\u0000",
                "ada\u200b@example.com",
                "ada@exam\u202eple.com",
                "ada\ud800@example.com",
                "ada@[192.0.2.1]",
                "\"ada@example.com",
                "\"a\"b\"@example.com",
                "\"\"@example.com",
                "<ada@example.com>x",
            })
    void refusesWhatIsNoAddress(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of(address))
                .satisfies(error -> assertThat(error.getMessage()).startsWith("address "));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: eve@example.com", "Ada\nx", "A\u0000da", "Ada\ud83d", "\udc00Ada", "A\u0085a"})
    void refusesANameThatCouldBreakOutOfItsHeader(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("ada@example.com", name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ada Lovelace <ada@example.com> | Ada Lovelace",
                "\"Lovelace, Ada\" <ada@example.com> | Lovelace, Ada",
                "\"a \\\"b\\\" \\\\c\" <ada@example.com> | a \"b\" \\c",
                "\"Ada <x@y>\" <ada@example.com> | Ada <x@y>",
                "J. R. R. Tolkien <ada@example.com> | J. R. R. Tolkien",
                "Ада <ada@example.com> | Ада",
                "  Ada   <ada@example.com>  | Ada",
            })
    void readsWhatHeadersHave(String text, String name) {
        assertThat(EmailAddress.parse(text)).isEqualTo(EmailAddress.of("ada@example.com", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lovelace, Ada <ada@example.com>",
                "bob@example.com, Ada <ada@example.com>",
                "Ada <ada@example.com> Bob <bob@example.com>",
                "Ada <ada@example.com>, <bob@example.com>",
                "\"Ada <ada@example.com>",
                "Ada ada@example.com>",
                "Ada (Countess) <ada@example.com>",
                "friends: ada@example.com;",
                "Ada <<ada@example.com>>",
            })
    void refusesATextInWhichAnAddressWouldBeLost(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse(text))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("example.com"));
    }

    @Test
    void takesABlankNameForNone() {
        assertThat(EmailAddress.of("ada@example.com", "  ")).isEqualTo(EmailAddress.of("ada@example.com"));
        assertThat(EmailAddress.parse("\"\" <ada@example.com>")).isEqualTo(EmailAddress.of("ada@example.com"));
        assertThatCode(() -> EmailAddress.parse("<ada@example.com>")).doesNotThrowAnyException();
    }
}
