package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class ParamValuesTest {
    private static final Operation POST = Method.POST.path("/v1/x");
    private static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String WRITTEN = "Fri, 02 Jan 2026 03:04:05 +0000";

    @Test
    void sendsNullInJsonAlsoInANestedObject() {
        Params taken = Params.NONE.with("pool", Params.NONE.withNull("id")).withNull("name");

        assertThat(json(taken)).isEqualTo("{\"pool\":{\"id\":null},\"name\":null}");
        assertThat(taken).hasToString("{pool={id=null}, name=null}");
    }

    @Test
    void refusesNullWhereItCannotBeSent() {
        Params params = Params.NONE.withNull("name");
        for (Runnable use :
                List.<Runnable>of(() -> POST.query(params), () -> POST.form(params), () -> POST.multipart(params))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(use::run)
                    .withMessage("parameter name must not be null: only JSON carries it");
        }
    }

    @Test
    void writesAnInstantTheSameWayWhereverItStands() {
        Params params = Params.NONE
                .with("plain", INSTANT)
                .with("list", List.of(INSTANT))
                .with("map", Map.of("k", INSTANT))
                .with("deep", Map.of("k", Map.of("l", List.of(INSTANT))))
                .with("nested", Params.NONE.with("k", INSTANT));

        assertThat(json(params))
                .isEqualTo("{\"plain\":\"" + WRITTEN + "\",\"list\":[\"" + WRITTEN + "\"],\"map\":{\"k\":\"" + WRITTEN
                        + "\"},\"deep\":{\"k\":{\"l\":[\"" + WRITTEN + "\"]}},\"nested\":{\"k\":\"" + WRITTEN + "\"}}");
    }

    @Test
    void writesNumbersWithoutAnExponent() {
        Params params = Params.NONE
                .with("double", 1.2345678E7)
                .with("float", 1.0E-7f)
                .with("decimal", new BigDecimal("1E+3"))
                .with("list", List.of(2.0E10))
                .with("map", Map.of("k", 1.0E9));

        assertThat(POST.query(params).target())
                .isEqualTo("/v1/x?double=12345678&float=0.00000010&decimal=1000&list=20000000000"
                        + "&map=%7B%22k%22%3A1000000000%7D");
        assertThat(json(params))
                .isEqualTo("{\"double\":12345678,\"float\":0.00000010,\"decimal\":1000,\"list\":[20000000000],"
                        + "\"map\":{\"k\":1000000000}}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1E300, 1E-300})
    void refusesANumberThatIsNone(double number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Params.NONE.with("n", number))
                .withMessageStartingWith("parameter n must be a ");
    }

    @Test
    void refusesADecimalThatWouldFillTheMemory() {
        assertThatIllegalArgumentException().isThrownBy(() -> Params.NONE.with("n", new BigDecimal("1E+999999999")));
    }

    @Test
    void takesANumberOfAHundredZerosAndOfNoMore() {
        for (String number : List.of("1E+100", "1E-100")) {
            assertThat(Params.NONE.with("n", new BigDecimal(number)).isEmpty()).isFalse();
        }
        for (String number : List.of("1E+101", "1E-101")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Params.NONE.with("n", new BigDecimal(number)))
                    .withMessage("parameter n must be a number of at most 100 zeros");
        }
    }

    @Test
    void keepsAWholeNumberAsItIs() {
        for (Number number : List.<Number>of(7L, 7, (short) 7, (byte) 7, BigInteger.TEN)) {
            assertThat(Params.NONE.with("n", number).first("n")).isEqualTo(number);
        }
    }

    @Test
    void takesTheFirstAndTheLastInstantThatRfc2822CanWrite() {
        Instant first = Instant.parse("1900-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(Params.NONE.with("at", first).first("at")).isEqualTo(first);
        assertThat(Params.NONE.with("at", last).first("at")).isEqualTo(last);
        for (Instant outside : List.of(first.minusNanos(1), last.plusNanos(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Params.NONE.with("at", outside));
        }
    }

    @Test
    void addsAllOfOtherValuesOrPutsThemInPlaceOfItsOwn() {
        Params one = Params.NONE.with("a", 1).with("b", 1);
        Params other = Params.NONE.with("b", 2).with("c", 2).with("d", 2);

        assertThat(one.and(other)).hasToString("{a=1, b=1, b=2, c=2, d=2}");
        assertThat(one.with(other)).hasToString("{a=1, b=2, c=2, d=2}");
        assertThat(one.and(other).with("b", 3)).hasToString("{a=1, b=3, c=2, d=2}");
        assertThat(Params.NONE.and(other)).isEqualTo(other);
        assertThat(one.and(Params.NONE)).isEqualTo(one);
        assertThat(Params.NONE.with(other)).isEqualTo(other);
        assertThat(one.with(Params.NONE)).isEqualTo(one);
        assertThat(one.first("c")).isNull();
        assertThat(Params.NONE.isEmpty()).isTrue();
    }

    @Test
    void givesTheValuesOfARepeatedNameTogether() {
        Map<String, Object> seen = new LinkedHashMap<>();

        Params.NONE
                .and("a", 1)
                .and("b", List.of(1))
                .and("a", List.of(2, 3))
                .and("b", 2)
                .forEach(seen::put);

        assertThat(seen).isEqualTo(Map.of("a", List.of(1, 2, 3), "b", List.of(1, 2)));
    }

    @Test
    void carriesNullInAMapAndNoFileInAnyDepthOfIt() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("k", null);
        Part file = Part.bytes("a.txt", new byte[0]);

        assertThat(json(Params.NONE.with("map", map))).isEqualTo("{\"map\":{\"k\":null}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Params.NONE.with("map", Map.of("k", List.of(List.of(file)))))
                .withMessageContaining("must not be a file");
    }

    @Test
    void keepsTheNumberThatACounterHadWhenItWasGiven() {
        AtomicLong counter = new AtomicLong(1);
        Operation operation = POST.query("n", counter);

        counter.set(2);

        assertThat(operation.target()).isEqualTo("/v1/x?n=1");
    }

    @Test
    void takesAFileInAListForNoMemoryAndGivesItNoDeadline() {
        Part memory = Part.bytes("a.txt", new byte[1]);
        Part disk = Part.file(Path.of("b.txt"));
        Part published = Part.publisher("c.txt", () -> Flux.<ByteBuffer>empty());

        assertThat(deadline(List.of(memory, memory))).isEqualTo(Duration.ofSeconds(60));
        assertThat(deadline(List.of(memory, disk))).isNull();
        assertThat(deadline(List.of(memory, List.of(published)))).isNull();
    }

    @Test
    void nestsASetLikeItsValues() {
        SampleParams inner = SampleParams.named("inner");
        Params params = Params.NONE.with("plain", inner).with("map", Map.of("k", inner));

        assertThat(json(params)).isEqualTo("{\"plain\":{\"name\":\"inner\"},\"map\":{\"k\":{\"name\":\"inner\"}}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Params.NONE.with("plain", inner.file(Part.bytes("a.txt", new byte[1]))))
                .withMessage("parameter file must not be a file: only multipart carries one");
    }

    record Point(int x, int y) {}

    @Test
    void writesWhatHasPartsAsJsonIntoAFormOrQuery() {
        Params params = Params.NONE
                .with("record", new Point(1, 2))
                .with("map", Map.of("k", 3))
                .with("nested", Params.NONE.with("k", 4))
                .with("lists", List.of(List.of(5, 6), List.of(7)));

        assertThat(URLDecoder.decode(POST.query(params).target(), StandardCharsets.UTF_8))
                .isEqualTo("/v1/x?record={\"x\":1,\"y\":2}&map={\"k\":3}&nested={\"k\":4}&lists=[5,6]&lists=[7]");
    }

    private static @Nullable Duration deadline(List<?> files) {
        return POST.multipart(Params.NONE.with("attachment", files)).timeoutOr(Duration.ofSeconds(60));
    }

    private static String json(Params params) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));
        transport.client().send(POST.json(params).asText()).block();
        return transport.onlySent().body();
    }
}
