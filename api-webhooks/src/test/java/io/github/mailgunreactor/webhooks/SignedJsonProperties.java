package io.github.mailgunreactor.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The quick look at a signature sees what a whole reader of JSON sees, or nothing. */
class SignedJsonProperties {
    private static final List<String> NAMES =
            List.of("timestamp", "token", "signature", "parent-signature", "s\\u0069gnature", "other", "");
    private static final List<String> VALUES = List.of(
            "\"1771581600\"",
            "1771581600",
            "17.5",
            "-1",
            "01",
            "\"a\"",
            "\"\"",
            "\"\\u0061\"",
            "\"ü\"",
            "null",
            "true",
            "{}",
            "[1]",
            "\"x\\\"y\"",
            "\"}\"",
            "");

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.of("", "", "", " ", "\n", "\t \r");
    }

    private Arbitrary<String> member() {
        return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES), spaces(), spaces(), spaces())
                .as((name, value, first, second, third) ->
                        first + "\"" + name + "\"" + second + ":" + third + value + second);
    }

    private Arbitrary<String> plainMember() {
        return Combinators.combine(Arbitraries.of(NAMES.subList(0, 4)), Arbitraries.of("\"ab0\"", "12"), spaces())
                .as((name, value, space) -> space + "\"" + name + "\"" + space + ":" + space + value + space);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> members = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, plainMember()), net.jqwik.api.Tuple.of(1, member()))
                .list()
                .ofMaxSize(4)
                .map(all -> String.join(",", all));
        Arbitrary<String> signature =
                Combinators.combine(members, spaces()).as((inside, space) -> "{" + inside + space + "}");
        Arbitrary<String> before =
                Arbitraries.of("", "", "\"a\": {\"signature\": {\"token\": \"x\"}},", "\"a\": \"}\\\"{\", ");
        Arbitrary<String> after = Arbitraries.of("", ", \"event-data\": {\"tags\": [\"{\", 1]}", ", \"signature\": {}");
        return Combinators.combine(before, spaces(), signature, after)
                .as((first, space, value, last) ->
                        space + "{" + first + "\"signature\"" + space + ":" + space + value + last + "}" + space);
    }

    @Property(tries = 2000)
    void whatItSeesIsWhatAReaderOfJsonSees(@ForAll("documents") String document) {
        check(document.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2000)
    void alsoOfWhatIsDamaged(
            @ForAll("documents") String document, @ForAll @IntRange(max = 200) int position, @ForAll byte other) {
        byte[] damaged = document.getBytes(StandardCharsets.UTF_8);
        damaged[position % damaged.length] = other;
        check(damaged);
    }

    @Example
    void seesTheSignatureOfADeliveryAsMailgunWritesIt() {
        assertThat(SignedJson.in(Deliveries.delivered()).signature())
                .isEqualTo(WebhookSignature.of(
                        io.github.mailgunreactor.core.Secret.of(Deliveries.KEY), Deliveries.NOW, Deliveries.TOKEN));
    }

    private static void check(byte[] json) {
        WebhookSignature seen = SignedJson.in(json).signature();
        Statistics.collect(seen == null ? "left to the reader" : "seen");
        WebhookSignature read = read(json);
        if (seen != null && read != null) {
            assertThat(seen).isEqualTo(read);
        }
    }

    /** What a reader sees; {@code null} where it cannot read the document, which is then refused, whatever was seen. */
    private static @Nullable WebhookSignature read(byte[] json) {
        try {
            return Json.read(json, WebhookVerifier.SignedBody.class).signature();
        } catch (IllegalArgumentException notJson) {
            return null;
        }
    }
}
