package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAllowlistIT {
    private static final String PATH = "/v2/ip_whitelist";
    private static final Simulator SIMULATOR = Simulator.start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void listsWhatWasAddedInOrder() throws Exception {
        caller.multipart("POST", PATH, "address", "10.11.11.111", "description", "OnPrem Server");
        caller.multipart("POST", PATH, "address", "2001:db8::/32");

        assertThat(Caller.objects(caller.get(PATH), "addresses"))
                .containsExactly(
                        Map.of("ip_address", "10.11.11.111", "description", "OnPrem Server"),
                        Map.of("ip_address", "2001:db8::/32", "description", ""));
    }

    @Test
    void changesTheDescription() throws Exception {
        SIMULATOR.keys().allow("10.0.0.0/8", "before");

        HttpResponse<String> response = caller.multipart("PUT", PATH, "address", "10.0.0.0/8", "description", "after");

        assertThat(Caller.objects(response, "addresses"))
                .containsExactly(Map.of("ip_address", "10.0.0.0/8", "description", "after"));
    }

    @Test
    void removesAnAddress() throws Exception {
        SIMULATOR.keys().allow("10.0.0.1", "one");
        SIMULATOR.keys().allow("10.0.0.2", "two");

        HttpResponse<String> response = caller.delete(PATH + "?address=10.0.0.1");

        assertThat(Caller.objects(response, "addresses"))
                .containsExactly(Map.of("ip_address", "10.0.0.2", "description", "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.example", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/", "::1/129", "1.2.3.4/x"})
    void addsNothingThatIsNoAddress(String address) throws Exception {
        HttpResponse<String> response = caller.multipart("POST", PATH, "address", address);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo("Invalid IP Address or CIDR");
    }

    @ParameterizedTest
    @CsvSource({"PUT, IP not found, 10.9.9.9", "PUT, IP address can not be blank, ' '"})
    void changesNothingThatIsNotThere(String method, String message, String address) throws Exception {
        HttpResponse<String> response = caller.multipart(method, PATH, "address", address);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', IP address can not be blank",
        "?address=, IP address can not be blank",
        "?address=1.2.3.4, IP not found"
    })
    void removesNothingThatIsNotThere(String query, String message) throws Exception {
        HttpResponse<String> response = caller.delete(PATH + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo(message);
    }
}
