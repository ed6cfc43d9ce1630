package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an application's own Jackson makes of records, with the settings that it comes with. */
class OtherJacksonTest {
    private static final Sample SAMPLE = new Sample(
            "1", "Ann", 2L, null, true, null, Sample.Color.RED, Secret.of("s3cret"), null, List.of(), Map.of());
    private static final Map<String, Object> WRITTEN =
            Map.of("id", "1", "display_name", "Ann", "count", 2L, "active", true, "color", "red", "secret", "***");

    @Test
    void writesOpenValuesAsTheirTextAndMasksSecretsWithJackson2() throws JsonProcessingException {
        com.fasterxml.jackson.databind.ObjectMapper jackson2 = new com.fasterxml.jackson.databind.ObjectMapper();

        assertThat(any(jackson2.writeValueAsBytes(SAMPLE)))
                .containsAllEntriesOf(WRITTEN)
                .doesNotContainKey("name");
    }

    @Test
    void writesOpenValuesAsTheirTextAndMasksSecretsWithJackson3() {
        tools.jackson.databind.json.JsonMapper jackson3 = new tools.jackson.databind.json.JsonMapper();

        assertThat(any(jackson3.writeValueAsBytes(SAMPLE)))
                .containsAllEntriesOf(WRITTEN)
                .doesNotContainKey("name");
    }

    @Test
    void isReadBackByTheLibrary() throws JsonProcessingException {
        String written = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(SAMPLE);

        assertThat(Json.read(written, Sample.class).color()).isEqualTo(Sample.Color.RED);
    }

    @Test
    void sendsSecretsInClearAllTheSame() {
        assertThat(new String(Json.write(SAMPLE), StandardCharsets.UTF_8))
                .contains("\"secret\":\"s3cret\"", "\"color\":\"red\"");
    }

    @SuppressWarnings("unchecked") // a record is written as an object
    private static Map<String, Object> any(byte[] json) {
        return (Map<String, Object>) Objects.requireNonNull(Json.readAny(json));
    }
}
