package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.testing.Nulls;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    private static final Operation DOMAINS = Method.GET.path("/v4/domains");

    @Test
    void fillsEachVariableOfItsTemplateInOrder() {
        assertThat(Method.DELETE
                        .path("/v3/{domain}/bounces/{address}", "example.com", "a+b/c@x.org")
                        .target())
                .isEqualTo("/v3/example.com/bounces/a%2Bb%2Fc%40x.org");
    }

    @Test
    void knowsTheSendingDomainItIsAbout() {
        assertThat(Method.GET
                        .path("/v3/{list}/of/{domain}", "news", "Example.com")
                        .domain())
                .isEqualTo("Example.com");
        assertThat(Method.GET.path("/v3/{domain_name}/x", "example.com").domain())
                .isNull();
        assertThat(DOMAINS.domain()).isNull();
    }

    @Test
    void showsMethodAndTemplateOnly() {
        Operation operation = Method.GET
                .path("/v3/{domain}/bounces/{address}", "example.com", "jane@x.org")
                .query("limit", 3)
                .header("X-Trace", "t-1");

        assertThat(operation).hasToString("GET /v3/{domain}/bounces/{address}");
        assertThat(operation.template()).isEqualTo("/v3/{domain}/bounces/{address}");
    }

    @Test
    void staysAsItIsWhenItIsVaried() {
        Operation varied = DOMAINS.query("limit", 3).query("skip", 6).query("limit", 9);

        assertThat(DOMAINS.target()).isEqualTo("/v4/domains");
        assertThat(varied.target()).isEqualTo("/v4/domains?skip=6&limit=9");
    }

    @Test
    void writesEveryKindOfValueIntoAQuery() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", List.of("x"));

        assertThat(DOMAINS.query("text", "a b+c")
                        .query("number", 7L)
                        .query("decimal", new BigDecimal("1E+3"))
                        .query("flag", true)
                        .query("date", Instant.parse("2026-01-02T03:04:05Z"))
                        .query("color", Sample.Color.RED)
                        .query("secret", Secret.of("s3"))
                        .query("many", List.of("x", 2))
                        .query("map", map)
                        .target())
                .isEqualTo("/v4/domains?text=a%20b%2Bc&number=7&decimal=1000&flag=true"
                        + "&date=Fri%2C%2002%20Jan%202026%2003%3A04%3A05%20%2B0000&color=red&secret=s3"
                        + "&many=x&many=2&map=%7B%22a%22%3A1%2C%22b%22%3A%5B%22x%22%5D%7D");
    }

    @Test
    void isNotChangedByALaterChangeOfAListOrMapItWasGiven() {
        List<String> list = new ArrayList<>(List.of("a"));
        Map<String, String> map = new LinkedHashMap<>(Map.of("k", "v"));
        Operation operation = DOMAINS.query("list", list).query("map", map);
        String before = operation.target();

        list.add("b");
        map.put("l", "w");

        assertThat(operation.target()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void mayBeRepeatedWhereTheMethodIsIdempotentOrItOnlyReads(Method method) {
        Operation operation = method.path("/v1/x");

        assertThat(operation.repeatable()).isEqualTo(method != Method.POST && method != Method.PATCH);
        assertThat(operation.readOnly().repeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", ".", "..", "\ud83d"})
    void refusesAPathVariableThatIsNotOneVisibleSegment(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.DELETE.path("/v3/{domain}/bounces/{address}", "example.com", address))
                .withMessageStartingWith("address must ");
    }

    @Test
    void refusesAPathVariableThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Method.GET.path("/v3/{domain}", new String[] {Nulls.of(String.class)}))
                .withMessage("domain must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Method.GET.path("/v3/{domain}", Nulls.of(String[].class)))
                .withMessage("variables must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Method.GET.path(Nulls.of(String.class)))
                .withMessage("template must not be null");
    }

    @Test
    void refusesTooFewAndTooManyPathVariables() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v3/{domain}/{id}", "example.com"))
                .withMessage("path template /v3/{domain}/{id} does not have 1 variables");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v3/{domain}", "example.com", "secret"))
                .withMessage("path template /v3/{domain} does not have 2 variables");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v3/domains",
                "https://example.com/v3",
                "/v3/{domain",
                "//evil.example/{domain}",
                "/v3/../admin/{domain}",
                "/v3/{domain}/..",
                "/v3/{domain}/a b",
                "/v3/{domain}/a\r\nX-Other: b",
                "/v3/{domain}?limit=1",
                "/v3/{domain}#x",
                "/v3/{domain}/%2e%2e",
                "/v3/{domain}/\u00e9"
            })
    void refusesATemplateThatIsNoPath(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path(template, "x"))
                .withMessageStartingWith("path template ")
                .withMessageNotContaining("\n");
    }

    @Test
    void refusesAParameterThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.query("limit", Nulls.of(Object.class)))
                .withMessage("limit must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.query("tags", Arrays.asList("a", null)))
                .withMessage("tags must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.query(Nulls.of(String.class), 1))
                .withMessage("parameter name must not be null");
    }

    @Test
    void refusesAParameterSetThatIsNull() {
        Params params = Nulls.of(Params.class);
        SampleParams set = Nulls.of(SampleParams.class);
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.query(params))
                .withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.query(set))
                .withMessage("parameters must not be null");
        assertThatNullPointerException().isThrownBy(() -> DOMAINS.form(set)).withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.form(params))
                .withMessage("parameters must not be null");
        assertThatNullPointerException().isThrownBy(() -> DOMAINS.json(set)).withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.json(params))
                .withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.multipart(set))
                .withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.multipart(params))
                .withMessage("parameters must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.jsonArray(Arrays.asList(set)))
                .withMessage("elements must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nb", "\ud83d"})
    void refusesAParameterNameThatIsBlankOrNotText(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query(name, "x"))
                .withMessageStartingWith("parameter name must ");
    }

    @Test
    void refusesAValueThatItCouldNotSend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query("limit", new Object()))
                .withMessageStartingWith("parameter limit must be a text, number, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query("vars", Map.of("k", new Object())))
                .withMessageStartingWith("parameter vars must be ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query("search", "half a pair: \ud83d"))
                .withMessageStartingWith("search must be Unicode");
    }

    @Test
    void refusesAnInstantThatRfc2822CannotWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query("start", Instant.MAX))
                .withMessageContaining("start must be from 1900-01-01T00:00:00Z to 9999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.query("start", Instant.MIN))
                .withMessageContaining("start must be from ");
    }

    @Test
    void refusesAFileOutsideOfAMultipartBody() {
        Part part = Part.bytes("a.txt", new byte[0]);
        SampleParams set = SampleParams.named("x").file(part);

        for (Runnable use : List.<Runnable>of(
                () -> DOMAINS.query(set),
                () -> DOMAINS.form(set),
                () -> DOMAINS.form(set.params()),
                () -> DOMAINS.json(set),
                () -> DOMAINS.jsonArray(List.of(set)),
                () -> DOMAINS.query("file", List.of(part)),
                () -> DOMAINS.query("file", Map.of("k", part)),
                () -> SampleParams.named("outer").nested(set))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(use::run)
                    .withMessage("parameter file must not be a file: only multipart carries one");
        }
    }

    @Test
    void refusesATimeoutOutOfRange() {
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofHours(25), Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DOMAINS.timeout(timeout))
                    .withMessage("timeout must be from PT0.001S to PT24H, but is " + timeout);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.timeout(Nulls.of(Duration.class)))
                .withMessage("timeout must not be null");
    }

    @Test
    void refusesAHeaderThatWouldBreakTheRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.header("X-Trace", "a\r\nX-Other: b"))
                .withMessage("header X-Trace must be visible ASCII, but has another character at index 1");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> DOMAINS.header("Content-Length", "3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAINS.header("authorization", "Basic other"))
                .withMessageContaining("Authorization");
    }

    @Test
    void refusesAnAnswerTypeThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.asJson(Nulls.<Class<Sample>>of(Class.class)))
                .withMessage("type must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.listing(Nulls.<Class<Sample>>of(Class.class), NextPage.url()))
                .withMessage("item must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> DOMAINS.listing(Sample.class, Nulls.of(NextPage.class)))
                .withMessage("next must not be null");
    }
}
