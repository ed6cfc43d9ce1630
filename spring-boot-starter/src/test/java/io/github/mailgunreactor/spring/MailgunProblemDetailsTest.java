package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.UnreadableResponseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What the callers of an application get where Mailgun failed it. */
class MailgunProblemDetailsTest {
    private static final Operation OPERATION = Method.GET.path("/v4/domains/{name}", "secret.example");

    private final MailgunProblemDetails problems =
            new MailgunProblemDetails(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void theyAreOptIn() {
        Contexts.web().run(context -> assertThat(context).doesNotHaveBean(MailgunProblemDetails.class));
        Contexts.web()
                .withPropertyValues("mailgun.problem-details.enabled=true")
                .run(context -> assertThat(context).hasSingleBean(MailgunProblemDetails.class));
        Contexts.withKey()
                .withPropertyValues("mailgun.problem-details.enabled=true")
                .run(context -> assertThat(context).doesNotHaveBean(MailgunProblemDetails.class));
    }

    @Test
    void theApplicationsOwnAreTheOnlyOnes() {
        Contexts.web()
                .withPropertyValues("mailgun.problem-details.enabled=true")
                .withBean(MailgunProblemDetails.class, () -> problems)
                .run(context ->
                        assertThat(context.getBean(MailgunProblemDetails.class)).isSameAs(problems));
    }

    @ParameterizedTest
    @CsvSource({"400, 502", "401, 502", "404, 502", "500, 502", "429, 503"})
    void whatMailgunRefusesIsNotTheCallersFault(int ofMailgun, int ofTheApplication) {
        ResponseEntity<ProblemDetail> response = problems.failed(
                ErrorStatusException.of(OPERATION, Region.US, ofMailgun, Map.of(), "{\"message\": \"secret words\"}"));

        assertThat(response.getStatusCode().value()).isEqualTo(ofTheApplication);
        assertThat(Objects.requireNonNull(response.getBody()).getProperties())
                .containsEntry("operation", "GET /v4/domains/{name}")
                .containsEntry("error", Integer.toString(ofMailgun));
        assertThat(response.toString()).doesNotContain("secret");
    }

    @Test
    void aRateLimitSaysWhenToComeAgain() {
        ResponseEntity<ProblemDetail> response =
                problems.failed(ErrorStatusException.of(OPERATION, Region.US, 429, Map.of("Retry-After", "30"), "{}"));

        assertThat(response.getHeaders().getFirst("Retry-After")).isEqualTo("30");
    }

    @ParameterizedTest
    @CsvSource({"TIMED_OUT, 504", "POOL_EXHAUSTED, 503", "RATE_LIMITED, 503", "CONNECTION_LOST, 502"})
    void noResponseIsToldByItsReason(Reason reason, int status) {
        ResponseEntity<ProblemDetail> response =
                problems.failed(new NoResponseException("GET /v4/domains/{name}", reason, null));

        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(Objects.requireNonNull(response.getBody()).getProperties()).containsEntry("error", reason.name());
    }

    @Test
    void anUnreadableResponseIsABadGateway() {
        assertThat(problems.failed(new UnreadableResponseException("GET /v4/domains", 200, "no JSON"))
                        .getStatusCode()
                        .value())
                .isEqualTo(502);
    }

    @Test
    void anArgumentThatTheLibraryRefusesIsABadRequest() {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> Region.at("not a URL"));

        assertThat(problems.refused(refusal).getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void anArgumentThatOthersRefuseIsLeftToThem() {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> Integer.parseInt("x"));

        assertThatThrownBy(() -> problems.refused(refusal)).isSameAs(refusal);
    }
}
