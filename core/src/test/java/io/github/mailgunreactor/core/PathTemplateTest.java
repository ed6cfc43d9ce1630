package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which characters a template may have, and where its variables are found. */
class PathTemplateTest {
    /** What RFC 3986 allows in a path, but for the percent sign, and the braces of variables. */
    private static final String PATH =
            "/_-.~:@!$&'()*+,;=0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Test
    void takesEveryCharacterOfAPathAndNoOther() {
        for (char c = 0; c < 0x180; c++) {
            String template = "/v1/x" + c + "y";
            if (PATH.indexOf(c) >= 0) {
                assertThat(Method.GET.path(template).target()).isEqualTo(template);
            } else if (c != '{' && c != '}') {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Method.GET.path(template))
                        .withMessageEndingWith("but has another character at index 5");
            }
        }
    }

    @Test
    void fillsVariablesWhereverTheyStand() {
        assertThat(Method.GET.path("/{a}{b}/{c}", "1", "2", "3").target()).isEqualTo("/12/3");
        assertThat(Method.GET.path("/x/{a}/y", "1").target()).isEqualTo("/x/1/y");
    }

    @Test
    void encodesWhatIsVisibleAndTakesAnyOtherText() {
        assertThat(Method.GET.path("/v1/{id}", "~!a").target()).isEqualTo("/v1/~%21a");
        assertThat(Method.GET.path("/v1/{id}", "a b").target()).isEqualTo("/v1/a%20b");
        assertThat(Method.GET.path("/v1/{id}", ".a").target()).isEqualTo("/v1/.a");
        assertThat(Method.GET.path("/v1/{id}", "\u00e9").target()).isEqualTo("/v1/%C3%A9");
    }

    @Test
    void knowsTheDomainByTheWholeNameOfItsVariable() {
        assertThat(Method.GET.path("/{domains}/{domain}", "a", "b").domain()).isEqualTo("b");
        assertThat(Method.GET.path("/{id}/{domains}", "a", "b").domain()).isNull();
        assertThat(Method.GET.path("/domain/{id}", "a").domain()).isNull();
    }

    @Test
    void namesTheVariableWhoseValueHasAControlCharacter() {
        for (String value : List.of("a\u007f", "a\u001f", "a\u0080")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Method.GET.path("/v1/{id}", value))
                    .withMessage("id must not have control characters, but has one at index 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v1/{id}", " "))
                .withMessage("id must not be blank");
    }
}
