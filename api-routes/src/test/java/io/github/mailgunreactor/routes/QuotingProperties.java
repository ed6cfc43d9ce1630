package io.github.mailgunreactor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Expressions and actions are read back with the patterns by which Python's own tokenizer finds texts ({@code Double} and
 * {@code Single} of {@code tokenize.py}), as Mailgun's filters are Python's regular expressions.
 */
class QuotingProperties {
    private static final String DOUBLE = "\"([^\\n\"\\\\]*(?:\\\\.[^\\n\"\\\\]*)*)\"";
    private static final String SINGLE = "'([^\\n'\\\\]*(?:\\\\.[^\\n'\\\\]*)*)'";
    private static final String TEXT = "(?:" + DOUBLE + "|" + SINGLE + ")";
    private static final Pattern CALL =
            Pattern.compile("([a-z_]+)\\((?:notify=)?(?:" + TEXT + "(?:, " + TEXT + ")?)?\\)", Pattern.DOTALL);

    /** What is called and with which texts, or a failure if anything else is there. */
    private static List<String> call(String expression) {
        Matcher call = CALL.matcher(expression);
        assertThat(call.matches()).as(expression).isTrue();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= call.groupCount(); i++) {
            if (call.group(i) != null) {
                parts.add(call.group(i));
            }
        }
        return parts;
    }

    /** Much of what matters for quoting. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab\"'\\(), .+*^$äπ@")
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> !text.isBlank());
    }

    private static boolean endsOpen(String text) {
        return (text.length() - text.replaceAll("\\\\+$", "").length()) % 2 == 1;
    }

    private static boolean bothQuotes(String text) {
        return text.contains("\"") && text.contains("'");
    }

    @Property
    void aPatternIsOneTextThatIsWhatItWasWrittenAs(@ForAll("texts") String pattern) {
        if (endsOpen(pattern)) {
            assertThatIllegalArgumentException().isThrownBy(() -> RouteExpression.matchRecipient(pattern));
            return;
        }
        List<String> call = call(RouteExpression.matchRecipient(pattern).value());

        assertThat(call).hasSize(2).startsWith("match_recipient");
        if (!bothQuotes(pattern)) {
            assertThat(call.get(1)).isEqualTo(pattern);
        } else {
            assertThat(call.get(1)).doesNotContain("\"").contains("\\x22");
        }
    }

    @Property
    void anAddressIsMatchedByItselfAndByNothingThatDiffers(
            @ForAll("texts") String address, @ForAll("texts") String other) {
        Pattern pattern = Pattern.compile(
                call(RouteExpression.matchAddress(address).value()).get(1));

        assertThat(pattern.matcher(address).find()).isTrue();
        assertThat(pattern.matcher(other).find()).isEqualTo(other.equals(address));
        assertThat(pattern.matcher(address + other).find()).isFalse();
        assertThat(pattern.matcher(other + address).find()).isFalse();
    }

    @Property
    void headersAreTwoTexts(@ForAll("texts") String pattern) {
        if (!endsOpen(pattern)) {
            assertThat(call(RouteExpression.matchHeader("X-Mailgun-Sflag", pattern)
                            .value()))
                    .hasSize(3)
                    .startsWith("match_header", "X-Mailgun-Sflag");
        }
    }

    @Property
    void aDestinationIsOneTextOrRefused(@ForAll("texts") String destination) {
        if (endsOpen(destination) || bothQuotes(destination) || destination.contains(",")) {
            assertThatIllegalArgumentException().isThrownBy(() -> RouteAction.forward(destination));
        } else {
            assertThat(call(RouteAction.forward(destination).value())).containsExactly("forward", destination);
            assertThat(call(RouteAction.store(destination).value())).containsExactly("store", destination);
        }
    }
}
