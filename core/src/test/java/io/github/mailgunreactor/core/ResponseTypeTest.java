package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ResponseTypeTest {
    private static final Operation GET = Method.GET.path("/v1/x");

    @Test
    void readsAnArrayOfRecords() {
        assertThat(read("[{\"id\":\"a\"},{\"id\":\"b\"}]", ResponseType.list(Sample.class)))
                .extracting(Sample::id)
                .containsExactly("a", "b");
        assertThat(read("[]", ResponseType.list(Sample.class))).isEmpty();
    }

    @Test
    void readsAMapOfRecordsInItsOrder() {
        Map<String, Sample> byName =
                read("{\"z\":{\"id\":\"1\"},\"a\":{\"id\":\"2\"}}", ResponseType.map(Sample.class));

        assertThat(byName).containsOnlyKeys("z", "a");
        assertThat(List.copyOf(byName.keySet())).containsExactly("z", "a");
        assertThat(Objects.requireNonNull(byName.get("a")).id()).isEqualTo("2");
    }

    @Test
    void equalsAnotherThatIsReadInTheSameWay() {
        assertThat(ResponseType.list(Sample.class))
                .isEqualTo(ResponseType.list(Sample.class))
                .hasSameHashCodeAs(ResponseType.list(Sample.class))
                .isNotEqualTo(ResponseType.list(Confirmation.class))
                .isNotEqualTo(ResponseType.map(Sample.class))
                .isNotEqualTo(ResponseType.json(Sample.class))
                .isNotEqualTo(List.class);
        assertThat(ResponseType.json(String.class)).isNotEqualTo(ResponseType.TEXT);
        assertThat(ResponseType.list(Sample.class).hashCode())
                .isNotEqualTo(ResponseType.list(Confirmation.class).hashCode())
                .isNotEqualTo(ResponseType.map(Sample.class).hashCode());
    }

    @Test
    void isShownAsTheTypeOfARecord() {
        assertThat(ResponseType.list(Sample.class)).hasToString(Sample.class.getTypeName());
        assertThat(ResponseType.json(Sample.class)).hasToString(Sample.class.getTypeName());
    }

    @Test
    void failsAtAnElementThatLacksWhatIdentifiesIt() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("[{\"id\":\"a\"},{}]"));

        StepVerifier.create(transport.client().send(GET.readAs(ResponseType.list(Sample.class))))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageContaining("[1]"));
    }

    @Test
    void givesTheBytesAsTheyAre() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.of(200, "message/rfc822", "From: \u00e9\r\n"));

        byte[] bytes = transport
                .client()
                .send(GET.header("Accept", "message/rfc2822").asBytes())
                .block();

        assertThat(bytes).isEqualTo("From: \u00e9\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(transport.onlySent().headers().first("Accept")).isEqualTo("message/rfc2822");
    }

    @Test
    void asksForJsonWhereNothingElseIsSaid() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{}"));

        transport.client().send(GET.asText()).block();

        assertThat(transport.onlySent().headers().first("Accept")).isEqualTo("application/json");
    }

    private static <T> T read(String json, ResponseType<T> type) {
        return Objects.requireNonNull(FakeTransport.answering(FakeResponse.json(json))
                .client()
                .send(GET.readAs(type))
                .block());
    }
}
