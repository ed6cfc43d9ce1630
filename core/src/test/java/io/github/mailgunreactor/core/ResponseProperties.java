package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for every successful response, whatever a server puts into it. */
class ResponseProperties {
    /** In every text, name and number of the responses here: must not turn up in a message. */
    private static final String MARK = "734419";

    @Provide
    Arbitrary<String> texts() {
        return Texts.unicode();
    }

    @Property(tries = 200)
    void anOpenValueKeepsAnyTextAndWritesItBack(@ForAll("texts") String text) {
        Sample read = read(json(Map.of("id", "1", "color", text)));

        assertThat(read.color()).isEqualTo(text.isEmpty() ? null : new Sample.Color(text));
        assertThat(Json.read(Json.write(read), Sample.class)).isEqualTo(read);
    }

    @Property(tries = 100)
    void anOpenValueThatCameAsANumberIsItsText(@ForAll long number) {
        assertThat(read(json(Map.of("id", "1", "color", number))).color())
                .isEqualTo(new Sample.Color(Long.toString(number)));
    }

    @Property(tries = 100)
    void aSecretKeepsAnyText(@ForAll("texts") String text) {
        Sample read = read(json(Map.of("id", "1", "secret", text)));

        assertThat(read.secret()).isEqualTo(Secret.of(text));
        assertThat(Json.read(Json.write(read), Sample.class)).isEqualTo(read);
    }

    @Property(tries = 200)
    void scalarsMayComeAsStringsOrAsThemselves(
            @ForAll long count, @ForAll("rates") BigDecimal rate, @ForAll boolean active, @ForAll long id) {
        Sample plain = read(json(Map.of("id", id, "count", count, "rate", rate, "active", active)));
        Sample quoted = read(json(Map.of(
                "id",
                Long.toString(id),
                "count",
                Long.toString(count),
                "rate",
                rate.toString(),
                "active",
                Boolean.toString(active))));

        assertThat(plain.id()).isEqualTo(Long.toString(id)).isEqualTo(quoted.id());
        assertThat(plain.count()).isEqualTo(count).isEqualTo(quoted.count());
        assertThat(plain.rate()).isEqualByComparingTo(rate).isEqualByComparingTo(quoted.rate());
        assertThat(plain.active()).isEqualTo(active).isEqualTo(quoted.active());
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1e15), BigDecimal.valueOf(1e15))
                .ofScale(6);
    }

    @Property(tries = 150)
    void everyValueSurvivesWritingAndReading(
            @ForAll("texts") String id,
            @ForAll("texts") String name,
            @ForAll long count,
            @ForAll @Size(max = 3) List<@From("texts") String> children) {
        Sample sample = new Sample(
                id,
                name,
                count,
                null,
                true,
                null,
                Sample.Color.RED,
                Secret.of(name),
                Sample.named(name),
                children.stream().map(Sample::named).toList(),
                Map.of(name, name));

        assertThat(Json.read(Json.write(sample), Sample.class)).isEqualTo(sample);
    }

    @Property(tries = 200)
    void anyBytesGiveAnUnreadableAnswerAndNothingElse(@ForAll @Size(max = 60) byte[] bytes) {
        readOrFailWell(bytes);
    }

    @Property(tries = 300)
    void anyJsonGivesAValueOrAnUnreadableAnswerThatQuotesNothing(@ForAll("nearlySamples") Map<String, Object> object) {
        readOrFailWell(json(object));
    }

    @Property(tries = 200)
    void aTruncatedAnswerIsNeverTakenForAWholeOne(
            @ForAll("nearlySamples") Map<String, Object> object, @ForAll @IntRange(max = 10_000) int length) {
        byte[] whole = json(object);
        byte[] truncated = Arrays.copyOf(whole, length % whole.length);

        assertThatExceptionOfType(UnreadableResponseException.class)
                .isThrownBy(() -> read(truncated))
                .satisfies(ResponseProperties::quotesNothing);
    }

    @Property(tries = 200)
    void aDamagedAnswerGivesAValueOrAnUnreadableAnswerThatQuotesNothing(
            @ForAll("nearlySamples") Map<String, Object> object,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll("punctuation") char put) {
        byte[] json = json(object);
        json[at % json.length] = (byte) put;

        readOrFailWell(json);
    }

    @Provide
    Arbitrary<Character> punctuation() {
        return Arbitraries.of('{', '}', '[', ']', '"', ',', ':', '\\', '0', '-', 'e', ' ', '\0', '\u00ff');
    }

    @Property(tries = 15)
    void anAnswerNestedTooDeeplyIsRefusedAtOnce(@ForAll @IntRange(min = 101, max = 20_000) int depth) {
        for (String nested : List.of("{\"parent\":", "[", "{\"variables\":{\"" + MARK + "\":", "{\"unknown\":[")) {
            byte[] json = ("{\"id\":\"1\",\"parent\":" + nested.repeat(depth)).getBytes(StandardCharsets.UTF_8);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatExceptionOfType(UnreadableResponseException.class)
                            .isThrownBy(() -> read(json))
                            .satisfies(ResponseProperties::quotesNothing));
        }
    }

    @Property(tries = 100)
    void aNumberOfAnyMagnitudeIsReadOrRefusedAtOnce(
            @ForAll("numberFields") String field, @ForAll int exponent, @ForAll boolean quoted) {
        String number = MARK + "e" + exponent;
        byte[] json = ("{\"id\":\"1\",\"" + field + "\":" + (quoted ? '"' + number + '"' : number) + "}")
                .getBytes(StandardCharsets.UTF_8);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrFailWell(json));
    }

    @Provide
    Arbitrary<String> numberFields() {
        return Arbitraries.of("id", "count", "rate", "active", "created_at", "color", "secret", "variables", "unknown");
    }

    /** Objects with the names of a sample and others, and any value for each. */
    @Provide
    Arbitrary<Map<String, Object>> nearlySamples() {
        Arbitrary<String> names = Arbitraries.of(
                "display_name",
                "count",
                "rate",
                "active",
                "created_at",
                "color",
                "secret",
                "parent",
                "children",
                "variables",
                "unknown" + MARK);
        return Combinators.combine(Arbitraries.maps(names, values(3)).ofMaxSize(6), Arbitraries.of(0, 1, 1, 1, 2))
                .as((fields, id) -> {
                    Map<String, Object> object = new LinkedHashMap<>(fields);
                    if (id > 0) {
                        object.put("id", id == 1 ? "id" + MARK : List.of(MARK));
                    }
                    return object;
                });
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.of(
                "", "text" + MARK, "{\"" + MARK, Long.valueOf(MARK), -1L, new BigDecimal(MARK + ".5"), true);
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> names = Arbitraries.of("id", "parent", "children", "variables", "color", MARK);
        return Arbitraries.oneOf(
                scalars,
                values(depth - 1).list().ofMaxSize(3).asGeneric(),
                Arbitraries.maps(names, values(depth - 1)).ofMaxSize(3).asGeneric());
    }

    private static void readOrFailWell(byte[] body) {
        try {
            assertThat(read(body).id()).isNotNull();
        } catch (UnreadableResponseException unreadable) {
            quotesNothing(unreadable);
        }
    }

    private static void quotesNothing(UnreadableResponseException unreadable) {
        assertThat(unreadable.status()).isEqualTo(200);
        assertThat(unreadable.operationName()).isEqualTo("GET /v1/samples/{id}");
        assertThat(unreadable).hasNoCause();
        assertThat(unreadable.getMessage())
                .startsWith("GET /v1/samples/{id}: the response with status 200 cannot be used: ")
                .doesNotContain(MARK)
                .matches("[\\x20-\\x7E]{1,3000}");
    }

    private static byte[] json(Map<String, ? extends @Nullable Object> object) {
        return Json.write(object);
    }

    /** Reads from the middle of an array, as a transport may hold the body. */
    private static Sample read(byte[] body) {
        byte[] array = new byte[body.length + 9];
        Arrays.fill(array, (byte) '}');
        System.arraycopy(body, 0, array, 4, body.length);
        return new ResponseDecoder<>(
                        Method.GET.path("/v1/samples/{id}", "key-secret").asJson(Sample.class),
                        Requests.of(Method.GET.path("/v1/samples/{id}", "key-secret")),
                        new ResponseReading(JsonMapping.LENIENT, OnUnreadableItem.FAIL, List.of()))
                .read(FakeResponse.empty(200), array, 4, body.length)
                .value();
    }
}
