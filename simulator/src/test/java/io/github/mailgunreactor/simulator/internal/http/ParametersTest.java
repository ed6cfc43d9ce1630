package io.github.mailgunreactor.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void keepRepeatedNamesInOrder() {
        Parameters parameters = Parameters.parse("tag=b&limit=1&tag=a");

        assertThat(parameters.all("tag")).containsExactly("b", "a");
        assertThat(parameters.first("tag")).isEqualTo("b");
        assertThat(parameters.all("none")).isEmpty();
    }

    @Test
    void decodePlusAndPercent() {
        assertThat(Parameters.parse("p=a+b%2Bc%26").first("p")).isEqualTo("a b+c&");
    }

    @Test
    void takeANameWithoutValueAsEmpty() {
        assertThat(Parameters.parse("term=&all").asMap()).containsKeys("term", "all");
        assertThat(Parameters.parse("all").first("all")).isEmpty();
    }

    @Test
    void comeBackFromTheirEncodedForm() {
        Parameters parameters =
                new Parameters().add("address", "a+b@ü.example").add("term", "").add("address", "x&y=z");

        assertThat(Parameters.parse(parameters.encoded()).asMap()).isEqualTo(parameters.asMap());
    }

    @Test
    void refuseMalformedEncoding() {
        assertThatThrownBy(() -> Parameters.parse("a=%z")).isInstanceOf(Refusal.class);
    }
}
