package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an error says where no response came, or none that can be used. */
class NoResponseExceptionTest {
    private static final Operation GET = Method.GET.path("/v1/keys");

    @ParameterizedTest
    @CsvSource({
        "https://gw.example, gw.example",
        "https://gw.example:80, gw.example:80",
        "http://gw.example, gw.example",
        "http://gw.example:443, gw.example:443",
        "http://gw.example:8080/prefix, gw.example:8080"
    })
    void namesTheServerThatWasAskedAndAPortThatIsNotTheUsualOne(String url, String server) {
        assertThat(new NoResponseException(GET, Region.at(url), Reason.CONNECT_FAILED, false, null))
                .hasMessage(
                        "GET /v1/keys: no connection could be made (asked " + server + "); the request was not sent");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"BODY_FAILED", "RATE_LIMITED", "CLOSED"})
    void namesNoServerWhereItDoesNotMatter(Reason reason) {
        assertThat(new NoResponseException(GET, Region.US, reason, true, null))
                .hasMessageNotContaining("asked")
                .hasMessageNotContaining("not sent");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void takesARequestForSentWhereItsReasonComesAfterThatUnlessToldOtherwise(Reason reason) {
        boolean after = reason == Reason.CONNECTION_LOST || reason == Reason.TIMED_OUT || reason == Reason.BODY_FAILED;

        assertThat(new NoResponseException("GET /v1/keys", reason, null).requestSent())
                .isEqualTo(after);
        assertThat(new NoResponseException("GET /v1/keys", reason, !after, null).requestSent())
                .isEqualTo(!after);
        assertThat(new NoResponseException("GET /v1/keys", reason, null).errorType())
                .isEqualTo(reason.name());
    }

    @Test
    void aResponseThatCannotBeUsedIsToldWithItsStatusWhereItHasOne() {
        UnreadableResponseException broken = new UnreadableResponseException("GET /v1/keys", 200, "it is empty");

        assertThat(broken)
                .hasMessage("GET /v1/keys: the response with status 200 cannot be used: it is empty")
                .extracting(UnreadableResponseException::errorType)
                .isEqualTo("UNREADABLE_RESPONSE");
        assertThat(new UnreadableResponseException("GET /v1/keys", 0, "it is no HTTP"))
                .hasMessage("GET /v1/keys: the response cannot be used: it is no HTTP");
    }
}
