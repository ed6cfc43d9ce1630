package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not go out is refused at the call, and not by a transport that calls it the server's fault. */
class HeadersTest {
    private static final String TOKEN = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Property
    void whatIsAcceptedIsAcceptedByNettyToo(@ForAll("values") String value) {
        try {
            Headers.NONE.with("X-Value", value);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(new DefaultHttpHeaders().add("X-Value", value).get("X-Value"))
                .isEqualTo(value.strip());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars(' ', '\t', '\r', '\n', '\0', 'a', '~', ':', '\u007F', '\u0080', 'ü', '\u010D')
                .ofMaxLength(5);
    }

    @Test
    void takesEveryCharacterOfATokenInItsNameAndNoOther() {
        for (char c = 0; c < 0x180; c++) {
            String name = "X" + c;
            if (TOKEN.indexOf(c) >= 0) {
                assertThat(Headers.NONE.with(name, "value").first(name)).isEqualTo("value");
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Headers.NONE.with(name, "value"))
                        .withMessageStartingWith("header name must be letters, digits or one of ");
            }
        }
    }

    @Test
    void takesEveryVisibleCharacterAndBlanksWithinItsValue() {
        StringBuilder value = new StringBuilder("x\t");
        for (char c = ' '; c <= '~'; c++) {
            value.append(c);
        }

        assertThat(Headers.NONE.with("X-Value", value.toString()).first("X-Value"))
                .isEqualTo(value.toString());
        assertThat(Headers.NONE.with("X-Value", "").first("X-Value")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "x ", "\tx", "x\t", " ", "\t", "x\r\ny", "x\u0000", "ü"})
    void refusesAValueThatNoHeaderCanHaveWhereverItIsGiven(String value) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));

        assertThatIllegalArgumentException().isThrownBy(() -> Headers.NONE.with("X-Value", value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v1/x").header("X-Value", value));
        assertThatIllegalArgumentException().isThrownBy(() -> CallOptions.none().header("X-Value", value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.builder().userAgent(value));
        assertThatIllegalArgumentException().isThrownBy(() -> transport.client().onBehalfOf(value));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Attempt.first(Method.GET.path("/v1/x"), Region.US).onBehalfOf(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/a b", "/v1/a\r\nHost: evil.example", "/v1/a\t", "/v1/ä", "/v1/a\u0000", "/v1/a ", " /v1/a"})
    void refusesATemplateThatNoRequestLineCanHaveWithoutRepeatingIt(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path(template))
                .withMessageStartingWith("path template ")
                .withMessageNotContaining("\r")
                .withMessageNotContaining(template);
    }
}
