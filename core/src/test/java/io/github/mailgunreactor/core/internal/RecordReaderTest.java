package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    public record Texts(List<String> texts) {}

    @Test
    void aTextInThePlaceOfAListIsReadTheFastWay() {
        byte[] json = "{\"texts\": \"only\"}".getBytes(StandardCharsets.UTF_8);

        Texts read = JsonMapping.LENIENT.readUsual(Texts.class, null, json, 0, json.length);

        assertThat(read).isEqualTo(new Texts(List.of("only")));
    }
}
