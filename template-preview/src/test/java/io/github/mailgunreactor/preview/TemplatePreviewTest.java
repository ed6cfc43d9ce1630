package io.github.mailgunreactor.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Mailgun's manual is silent, the tests of the engine that Mailgun published (mailgun/raymond) say what is expected. */
class TemplatePreviewTest {
    private static final Map<String, ?> VALUES = Map.ofEntries(
            Map.entry("name", "Tom & <b>'\""),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("zero", 0),
            Map.entry("five", 5),
            Map.entry("fiveText", "5"),
            Map.entry("phone", 5553334545L),
            Map.entry("falseText", "false"),
            Map.entry("half", 0.5),
            Map.entry("none", List.of()),
            Map.entry("people", List.of(Map.of("first", "Ann"), Map.of("first", "Bob"))),
            Map.entry("letters", List.of("a", "b")),
            Map.entry("shop", Map.of("city", "Graz")));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            {{five}} {{half}} {{yes}} {{missing}} => '5 0.5 true '
            {{shop.city}} {{letters.1}} {{letters}} => Graz b ab
            {{letters.length}} {{fiveText.length}} {{shop.length}} => 2 1 1
            {{#if yes}}a{{else}}b{{/if}} => a
            {{#if no}}a{{else if five}}b{{else}}c{{/if}} => b
            {{#if missing}}a{{else}}b{{/if}} => b
            {{#if none}}a{{else}}b{{/if}} => b
            {{#if falseText}}a{{/if}} => a
            {{#if zero}}a{{/if}}{{#if zero includeZero=true}}b{{/if}} => b
            {{#unless no}}a{{else}}b{{/unless}} => a
            {{#unless yes}}a{{else}}b{{/unless}} => b
            {{#each people}}{{this.first}}{{first}};{{/each}} => AnnAnn;BobBob;
            {{#each letters}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}} => 0a,1b
            {{#each letters as |letter|}}{{letter}}{{../five}} {{/each}} => 'a5 b5 '
            {{#each shop}}{{@key}}={{this}}{{/each}} => city=Graz
            {{#each none}}a{{else}}b{{/each}} => b
            {{#with shop}}{{city}}{{/with}} => Graz
            {{#with missing}}a{{else}}b{{/with}} => b
            {{#equal five "5"}}a{{/equal}} => a
            {{#equal five fiveText}}a{{/equal}} => a
            {{#equal five 6}}a{{/equal}} => ''
            {{#ifGt five 4}}a{{else}}b{{/ifGt}} => a
            {{#ifGt fiveText "10"}}a{{else}}b{{/ifGt}} => b
            {{#ifLt five 10}}a{{else}}b{{/ifLt}} => a
            {{#ifLt "foo" "goo"}}a{{else}}b{{/ifLt}} => b
            {{#ifEq five fiveText}}a{{else}}b{{/ifEq}} => a
            {{#ifEq "foo" "foo"}}a{{else}}b{{/ifEq}} => b
            {{#ifMatchesRegexStr "^555" phone}}a{{else}}b{{/ifMatchesRegexStr}} => a
            {{#ifMatchesRegexStr "(" phone}}a{{else}}b{{/ifMatchesRegexStr}} => b
            {{pluralize five "items" "item"}} {{pluralize 1 "items" "item"}} {{pluralize "x" "items" "item"}} => items item item
            {{lookup shop "city"}} {{lookup letters 1}} {{lookup shop "x"}} => 'Graz b '
            {{log name}} => ''
            {{#people}}{{first}} {{/people}}{{#shop}}{{city}}{{/shop}}{{^none}}!{{/none}} => 'Ann Bob Graz!'
            %recipient.first% => %recipient.first%
            """)
    void rendersAsMailgunDoes(String content, String expected) {
        assertThat(TemplatePreview.of(content).render(VALUES)).isEqualTo(expected);
    }

    @Test
    void escapesValuesInHtmlButNotInASubject() {
        TemplatePreview preview = TemplatePreview.of("{{name}}|{{{name}}}|{{&name}}");

        assertThat(preview.render(VALUES)).isEqualTo("Tom &amp; &lt;b&gt;&apos;&quot;|Tom & <b>'\"|Tom & <b>'\"");
        assertThat(preview.renderUnescaped(VALUES)).isEqualTo("Tom & <b>'\"|Tom & <b>'\"|Tom & <b>'\"");
    }

    @Test
    void aLineWithABlockAloneLeavesNoEmptyLine() {
        assertThat(TemplatePreview.of("Hi\n{{#if yes}}\n  you\n{{/if}}\nbye").render(VALUES))
                .isEqualTo("Hi\n  you\nbye");
    }

    /** Some of these are helpers of the library that renders here; Mailgun has none of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{shout name}}",
                "{{#shout name}}a{{/shout}}",
                "{{#if (shout name)}}a{{/if}}",
                "{{#if no}}{{shout name}}{{/if}}",
                "{{shout loud=true}}"
            })
    void anUnknownHelperIsAnErrorThatNamesItBeforeAnythingIsRendered(String content) {
        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of(content))
                .withMessageContaining("could not find helper: 'shout'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include", "embedded", "precompile", "i18n", "block", "partial", "eq", "upper"})
    void helpersOfTheLibraryThatMailgunDoesNotHaveAreUnknown(String helper) {
        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of("{{" + helper + " \"x\"}}"))
                .withMessageContaining("could not find helper: '" + helper + "'");
    }

    @Test
    void anErrorOfSyntaxSaysWhere() {
        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of("secret\n{{#if yes}"))
                .withMessageStartingWith("line 2, column")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{equal five}}", "{{#ifGt five}}a{{/ifGt}}", "{{pluralize five}}"})
    void aHelperWithTooFewValuesIsAnError(String content) {
        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of(content).render(VALUES))
                .withMessageContaining("takes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{> header}}",
                "{{> ../../../../etc/passwd}}",
                "{{#> header}}a{{/header}}",
                "{{> (lookup shop \"city\")}}",
                "{{#*inline \"a\"}}a{{/inline}}{{> a}}"
            })
    void aTemplateReachesNoFileAndNoPartial(String content) {
        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of(content).render(VALUES))
                .withMessageContaining("not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{name.class}}", "{{name.bytes}}", "{{letters.class.name}}", "{{shop.entrySet}}", "{{class}}"})
    void aTemplateReachesNoMethodOfJava(String content) {
        assertThat(TemplatePreview.of(content).render(VALUES)).isEmpty();
    }

    @Test
    void variablesAreWhatJsonHasAndNothingElse() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("nothing", null);
        assertThat(TemplatePreview.of("[{{nothing}}]").render(values)).isEqualTo("[]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplatePreview.of("").render(Map.of("a", List.of(Instant.EPOCH))))
                .withMessageContaining("Instant");
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplatePreview.of("").render(Map.of("a", cycle)))
                .withMessageContaining("at most 100 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#each many}}{{#each ../many}}{{#each ../../many}}{{/each}}{{/each}}{{/each}}",
                "{{#each many}}{{#each ../many}}{{large}}{{/each}}{{/each}}",
                "{{#if large}}{{large}}{{large}}{{large}}{{/if}}"
            })
    void whatATemplateMakesIsBounded(String content) {
        TemplatePreview preview = TemplatePreview.of(content);

        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(
                        () -> preview.render(Map.of("many", Collections.nCopies(500, 1), "large", "x".repeat(400_000))))
                .withMessageContaining("makes too much");
    }

    @Test
    void aRegularExpressionThatNeverEndsIsBounded() {
        TemplatePreview preview = TemplatePreview.of("{{#ifMatchesRegexStr pattern text}}a{{/ifMatchesRegexStr}}");

        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> preview.render(Map.of("pattern", "^(a|aa)+\\1c$", "text", "a".repeat(200))));
    }

    @Test
    void aTemplateThatIsNestedTooDeepOrTooLargeIsRefused() {
        String deep = "{{#if a}}".repeat(5000) + "{{/if}}".repeat(5000);

        assertThatExceptionOfType(TemplatePreviewException.class)
                .isThrownBy(() -> TemplatePreview.of(deep))
                .withMessageContaining("nested too deep");
        assertThatIllegalArgumentException().isThrownBy(() -> TemplatePreview.of("ä".repeat(52_000)));
    }
}
