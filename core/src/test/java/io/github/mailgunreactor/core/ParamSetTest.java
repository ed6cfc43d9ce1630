package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.Nulls;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParamSetTest {

    @Test
    void isACopyAfterEveryChange() {
        SampleParams red = SampleParams.named("a").color(Sample.Color.RED);
        SampleParams blue = red.color(new Sample.Color("blue"));

        assertThat(red.params().first("color")).isEqualTo(Sample.Color.RED);
        assertThat(blue.params().first("color")).isEqualTo(new Sample.Color("blue"));
    }

    @Test
    void equalsAnotherSetOfTheSameValues() {
        assertThat(SampleParams.named("a").color(Sample.Color.RED))
                .isEqualTo(SampleParams.named("a").color(Sample.Color.RED))
                .hasSameHashCodeAs(SampleParams.named("a").color(Sample.Color.RED))
                .isNotEqualTo(SampleParams.named("b").color(Sample.Color.RED))
                .doesNotHaveSameHashCodeAs(SampleParams.named("b").color(Sample.Color.RED));
    }

    @Test
    void sendsParametersThatTheLibraryDoesNotKnow() {
        assertThat(sent(Method.POST.path("/v1/x").form(SampleParams.named("a").with("new_option", "on")))
                        .form())
                .isEqualTo(Map.of("name", List.of("a"), "new_option", List.of("on")));
    }

    @Test
    void repeatsANameThatIsAddedToAndReplacesOneThatIsSet() {
        SampleParams set = SampleParams.named("a").tag("one").tag("two").with("name", "b");

        assertThat(sent(Method.POST.path("/v1/x").form(set)).body()).isEqualTo("name=b&o%3Atag=one&o%3Atag=two");
        assertThat(sent(Method.POST.path("/v1/x").json(set)).body())
                .isEqualTo("{\"name\":\"b\",\"o:tag\":[\"one\",\"two\"]}");
    }

    @Test
    void nestsAsAnObjectInJsonAndAsJsonTextInAForm() {
        SampleParams set = SampleParams.named("outer")
                .nested(SampleParams.named("inner").password(Secret.of("p\"w")))
                .all(List.of(SampleParams.named("one"), Sample.Color.RED, 3));

        assertThat(sent(Method.POST.path("/v1/x").json(set)).body())
                .isEqualTo("{\"name\":\"outer\",\"nested\":{\"name\":\"inner\",\"password\":\"p\\\"w\"},"
                        + "\"all\":[{\"name\":\"one\"},\"red\",3]}");
        assertThat(sent(Method.POST.path("/v1/x").multipart(set)).form())
                .isEqualTo(Map.of(
                        "name",
                        List.of("outer"),
                        "nested",
                        List.of("{\"name\":\"inner\",\"password\":\"p\\\"w\"}"),
                        "all",
                        List.of("{\"name\":\"one\"}", "red", "3")));
    }

    @Test
    void carriesAValueOfEveryKindThatAParameterHas() {
        SampleParams set = SampleParams.named("a")
                .active(true)
                .count(3)
                .rate(new BigDecimal("0.5"))
                .since(Instant.parse("2026-01-02T03:04:05Z"));

        assertThat(sent(Method.POST.path("/v1/x").form(set)).form())
                .isEqualTo(Map.of(
                        "name", List.of("a"),
                        "active", List.of("true"),
                        "count", List.of("3"),
                        "rate", List.of("0.5"),
                        "since", List.of("Fri, 02 Jan 2026 03:04:05 +0000")));
        assertThat(sent(Method.POST.path("/v1/x").json(set.nameless())).body()).startsWith("{\"name\":null,");
    }

    @Test
    void namesTheParameterWhoseValueIsMissing() {
        SampleParams set = SampleParams.named("a");

        assertThatNullPointerException()
                .isThrownBy(() -> set.color(Nulls.of(Sample.Color.class)))
                .withMessage("color must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> set.all(Nulls.of(List.class)))
                .withMessage("all must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> set.all(Arrays.asList("a", null)))
                .withMessage("all must not be null");
    }

    @Test
    void doesNotPrintASecret() {
        assertThat(SampleParams.named("a").password(Secret.of("s3cret")))
                .hasToString("SampleParams{name=a, password=***}");
    }

    private static SentRequest sent(Operation operation) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.empty(200));
        transport.client().send(operation.asEmpty()).block();
        return transport.onlySent();
    }
}
