package io.github.mailgunreactor.core.observation;

import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import reactor.core.publisher.Mono;

class CallLogTest {
    private static final MailgunRequest<Confirmation> BOUNCE = Method.DELETE
            .path("/v3/{domain}/bounces/{address}", "example.com", "someone@example.com")
            .asJson(Confirmation.class);

    private final LoggerContext context = new LoggerContext();
    private final ch.qos.logback.classic.Logger logger = context.getLogger(CallLog.NAME);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @Test
    void logsHowEachTryEndedAndWhatWasDecided() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json(503, "{\"message\":\"someone@example.com\"}"), OK);

        calls.succeed(client(calls).send(BOUNCE));

        assertThat(messages())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("DELETE /v3/{domain}/bounces/{address} in us: 503 after ")
                                .endsWith("attempt 1"),
                        decision -> assertThat(decision).contains("attempt 1 failed with 503: RETRY"),
                        second -> assertThat(second).contains(": 200 after ").endsWith("attempt 2"));
    }

    @Test
    void namesItsPairsAsTheConventionsDo() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(404));

        calls.failure(client(calls).send(BOUNCE));

        assertThat(events.list.get(0).getKeyValuePairs())
                .extracting((KeyValuePair pair) -> pair.key)
                .containsExactly(
                        "http.request.method",
                        "url.template",
                        "mailgun.region",
                        "http.request.resend_count",
                        "duration.ms",
                        "http.response.status_code",
                        "error.type");
    }

    @Test
    void givesItsPairsTheValuesOfTheAttempt() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(503), OK);

        calls.succeed(client(calls).send(BOUNCE));

        Map<String, Object> first = pairs(0);
        assertThat(first)
                .containsEntry("http.request.method", Method.DELETE)
                .containsEntry("url.template", "/v3/{domain}/bounces/{address}")
                .containsEntry("mailgun.region", "us")
                .containsEntry("http.request.resend_count", 0)
                .containsEntry("http.response.status_code", 503)
                .containsEntry("error.type", "503");
        assertThat((long) Objects.requireNonNull(first.get("duration.ms"))).isBetween(0L, 60_000L);
        assertThat(pairs(1))
                .containsEntry("error.type", "503")
                .containsEntry("mailgun.retry.verdict", RetryDecision.Verdict.RETRY)
                .containsKey("mailgun.retry.delay.ms");
        assertThat(pairs(2))
                .containsEntry("http.request.resend_count", 1)
                .containsEntry("http.response.status_code", 200)
                .doesNotContainKey("error.type");
    }

    @Test
    void namesTheKindOfAFailureThatIsNotMailguns() {
        ScriptedCalls calls = new ScriptedCalls(new IllegalStateException("someone@example.com"));

        calls.failure(client(calls).send(BOUNCE));

        assertThat(pairs(0))
                .containsEntry("error.type", "java.lang.IllegalStateException")
                .doesNotContainKey("http.response.status_code");
    }

    @Test
    void logsByDefaultUnderTheNameThatIsDocumented() {
        ScriptedCalls calls = new ScriptedCalls(OK);

        calls.succeed(calls.client().interceptor(CallLog.create()).build().send(BOUNCE));

        assertThat(CallLog.NAME).isEqualTo("io.github.mailgunreactor.calls");
    }

    private Map<String, Object> pairs(int event) {
        return events.list.get(event).getKeyValuePairs().stream()
                .collect(Collectors.toMap((KeyValuePair pair) -> pair.key, pair -> pair.value));
    }

    @Test
    void showsNeitherKeyNorPathNorMailgunsWords() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json(404, "{\"message\":\"no someone@example.com\"}"));

        calls.failure(client(calls).send(BOUNCE));

        assertThat(messages())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).doesNotContain("someone", "example.com", "key-fake"));
        assertThat(events.list)
                .allSatisfy(event -> assertThat(String.valueOf(event.getKeyValuePairs()))
                        .doesNotContain("someone", "example.com", "key-fake"));
    }

    @Test
    void logsACancelledTry() {
        ScriptedCalls calls = new ScriptedCalls(Mono.never());

        client(calls).send(BOUNCE).subscribe().dispose();

        assertThat(messages()).singleElement().asString().contains("CANCELLED");
    }

    @Test
    void logsNothingAboveDebug() {
        ScriptedCalls calls = new ScriptedCalls(OK);
        MailgunClient client = client(calls);
        logger.setLevel(Level.INFO);

        calls.succeed(client.send(BOUNCE));

        assertThat(events.list).isEmpty();
    }

    @Test
    void logsOnceWhereAResponseCannotBeRead() {
        FakeResponse odd = FakeResponse.json("{\"message\":{\"not\":\"a text\"}}");
        ScriptedCalls calls = new ScriptedCalls(odd, odd);
        MailgunClient client = calls.transport
                .builderOfLenientClient()
                .scheduler(calls.time)
                .unreadableValueListener(CallLog.to(logger))
                .build();
        listen();

        calls.succeed(client.send(BOUNCE));
        calls.succeed(client.send(BOUNCE));

        assertThat(events.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo("DELETE /v3/{domain}/bounces/{address} in us:"
                            + " message cannot be read and is taken for absent");
        });
    }

    @Test
    void aLogThatFailsCostsNoResponse() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(503), OK);
        MailgunClient client = client(calls);
        logger.addAppender(new AppenderBase<>() {
            {
                start();
            }

            @Override
            public synchronized void doAppend(ILoggingEvent event) {
                throw new NoClassDefFoundError("of an appender");
            }

            @Override
            protected void append(ILoggingEvent event) {}
        });

        calls.succeed(client.send(BOUNCE));

        assertThat(calls.sentAt).hasSize(2);
    }

    private void listen() {
        logger.setLevel(Level.DEBUG);
        logger.addAppender(events);
        events.start();
    }

    private MailgunClient client(ScriptedCalls calls) {
        listen();
        CallLog log = CallLog.to(logger);
        return calls.client(RetryPolicy.defaults().listener(log))
                .interceptor(log)
                .build();
    }

    private List<String> messages() {
        return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
