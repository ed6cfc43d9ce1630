package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.core.Credentials;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A tail of the logs of an account. */
class LogsTailTest extends EventTailTest {

    @Override
    EventTail tail(MailgunClient mailgun) {
        return new LogsApi(mailgun).tail(LogsQuery.all());
    }

    @Override
    int page() {
        return 100;
    }

    @Override
    int many() {
        return 20_000;
    }

    @Test
    void refusesAQueryThatBoundsOrSortsTime() {
        LogsApi logs = new LogsApi(FakeTransport.answering().client());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> logs.tail(LogsQuery.all().timeRange(TimeRange.since(Instant.EPOCH))))
                .withMessage("query must not have a time range: the tail has its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logs.tail(LogsQuery.all().sortDescending("timestamp")))
                .withMessage("query must not be sorted: the tail sorts by time");
    }

    /** It may fail so for ever, and nobody would be told. */
    @Test
    void endsWithWhatTheCredentialsFailWith() {
        MailgunClient mailgun = MailgunClient.builder(
                        Credentials.from(Mono.error(new IllegalStateException("of a vault"))))
                .transport(FakeTransport.answering())
                .build();

        StepVerifier.create(tail(mailgun).from(Instant.EPOCH)).verifyErrorMessage("of a vault");
    }
}
