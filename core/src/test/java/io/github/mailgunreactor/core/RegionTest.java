package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu",
                "EU",
                " eu ",
                "https://api.eu.mailgun.net",
                "https://API.EU.mailgun.net/",
                "https://api.eu.mailgun.net:443"
            })
    void isTheSameHoweverAConfigurationNamesIt(String text) {
        assertThat(Region.parse(text)).isSameAs(Region.EU);
        assertThat(Region.parse("us")).isSameAs(Region.US);
    }

    @Test
    void mayBeAnyOtherServer() {
        Region gateway = Region.parse("http://localhost:8080/mailgun/");

        assertThat(gateway.baseUrl()).isEqualTo("http://localhost:8080/mailgun");
        assertThat(gateway.name()).isEqualTo("localhost:8080");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":8080 | baseUrl is not a URL",
                "de | region must be us, eu, or a URL that starts with https://",
                "api.mailgun.net | region must be us, eu, or a URL that starts with https://",
                "localhost:8080 | baseUrl must start with http:// or https://: Region.parse reads names of regions",
                "https://api.mailgun.net/v3 | baseUrl must not end with a version such as /v3: each operation brings its own",
                "https://gw.example/mailgun/v4/ | baseUrl must not end with a version such as /v3: each operation brings its own",
                "http://api.mailgun.net | baseUrl must be https and without a path on Mailgun's own hosts",
                "https://api.mailgun.net/x | baseUrl must be https and without a path on Mailgun's own hosts",
                "https://gw.example/a/../b | baseUrl must not have dot segments",
                "https://gw.example/a/%2e%2E/b | baseUrl must not have dot segments",
                "https://gw.example//b | baseUrl must have a path with one slash at its start, if any",
                "https://key:x@gw.example | baseUrl must not have user info: the key belongs in Credentials",
                "https://gw_1.example | baseUrl must name a host and, if any, a port from 1 to 65535",
                "https://gw.example?x=1 | baseUrl must not have a query or a fragment"
            })
    void namesTheMistake(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "http://gw.example, 80, http://gw.example",
        "http://gw.example:80, 80, http://gw.example",
        "http://gw.example:443, 443, http://gw.example:443",
        "https://gw.example, 443, https://gw.example",
        "https://gw.example:80, 80, https://gw.example:80",
        "https://gw.example:1, 1, https://gw.example:1",
        "https://gw.example:65535, 65535, https://gw.example:65535"
    })
    void hasThePortOfItsSchemeUnlessItNamesAnother(String url, int port, String baseUrl) {
        assertThat(Region.at(url).port()).isEqualTo(port);
        assertThat(Region.at(url)).hasToString(baseUrl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gw.example:0", "https://gw.example:65536"})
    void hasAPortThatThereIs(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.at(url))
                .withMessage("baseUrl must name a host and, if any, a port from 1 to 65535");
    }

    @Test
    void equalsAnotherOfTheSameUrl() {
        assertThat(Region.at("http://localhost:8080/x/"))
                .isEqualTo(Region.at("http://LOCALHOST:8080/x"))
                .hasSameHashCodeAs(Region.at("http://LOCALHOST:8080/x"))
                .isNotEqualTo(Region.at("http://localhost:8080"))
                .isNotEqualTo("http://localhost:8080/x");
        assertThat(Region.US.hashCode()).isNotEqualTo(Region.EU.hashCode());
    }

    @Test
    void namesTheHostsThatMailNeeds() {
        assertThat(Region.US.smtpHost()).isEqualTo("smtp.mailgun.org");
        assertThat(Region.EU.smtpHost()).isEqualTo("smtp.eu.mailgun.org");
        assertThat(Region.US.mxHosts()).isEqualTo(List.of("mxa.mailgun.org", "mxb.mailgun.org"));
        assertThat(Region.EU.mxHosts()).isEqualTo(List.of("mxa.eu.mailgun.org", "mxb.eu.mailgun.org"));
        assertThat(Region.US.trackingHost()).isEqualTo("mailgun.org");
        assertThat(Region.EU.trackingHost()).isEqualTo("eu.mailgun.org");
    }

    @Test
    void doesNotGuessTheHostsOfAnyOtherServer() {
        Region other = Region.at("http://localhost:1");

        assertThat(other.smtpHost()).isNull();
        assertThat(other.mxHosts()).isEmpty();
        assertThat(other.trackingHost()).isNull();
    }

    @Test
    void knowsThePathBeforeEveryTarget() {
        assertThat(Region.at("https://gw.example/mailgun/").prefix()).isEqualTo("/mailgun");
        assertThat(Region.US.prefix()).isEmpty();
    }
}
