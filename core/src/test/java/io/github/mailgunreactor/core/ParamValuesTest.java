package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    private static @Nullable Duration deadline(List<?> files) {
        return POST.multipart(Params.NONE.with("attachment", files)).timeoutOr(Duration.ofSeconds(60));
    }

    private static String json(Params params) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));
        transport.client().send(POST.json(params).asText()).block();
        return transport.onlySent().body();
    }
}
