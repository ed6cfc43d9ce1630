package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A tail of the events of a domain. */
@SuppressWarnings("deprecation") // Mailgun has deprecated events
class EventsTailTest extends EventTailTest {

    @Override
    EventTail tail(MailgunClient mailgun) {
        return new EventsApi(mailgun).tail("example.com", EventFilter.all());
    }

    @Override
    int page() {
        return 300;
    }

    @Override
    int many() {
        return 20_000;
    }

    @Test
    void refusesAFilterThatBoundsTime() {
        EventsApi events = new EventsApi(FakeTransport.answering().client());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.tail("example.com", EventFilter.all().since(Instant.EPOCH)))
                .withMessage("filter must not have begin: the tail has its own");
    }
}
