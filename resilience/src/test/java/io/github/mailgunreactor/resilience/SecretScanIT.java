package io.github.mailgunreactor.resilience;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.observation.CallLog;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.micrometer.ObservationInterceptor;
import io.github.mailgunreactor.micrometer.PoolGauges;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.optimize.ValidationQuery;
import io.github.mailgunreactor.optimize.ValidationsApi;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * With everything switched on that prints (every logger at TRACE, the wire log, the call log, metrics, errors with their
 * stack traces, {@code toString} of everything), neither the key nor a new key nor an address is in anything printed.
 */
class SecretScanIT {
    private static final String KEY = "key-do-not-print-0123456789";
    private static final String BASIC = Base64.getEncoder().encodeToString(("api:" + KEY).getBytes(UTF_8));
    private static final String ADDRESS = "do-not-print-either";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger netty = logging.getLogger("reactor.netty");
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    @BeforeEach
    void switchEverythingOn() {
        PrintStream capture = new PrintStream(printed, true, UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%level %logger %msg %kvp%n%ex{full}");
        encoder.start();
        appender.setContext(logging);
        appender.setEncoder(encoder);
        appender.setOutputStream(printed);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        netty.setLevel(Level.TRACE);
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    }

    @AfterEach
    void switchEverythingOff() {
        System.setOut(out);
        System.setErr(err);
        root.detachAppender(appender);
        root.setLevel(Level.WARN);
        netty.setLevel(Level.OFF);
    }

    @Test
    void nothingPrintedHoldsASecret() {
        CreatedKey created;
        try (Simulator simulator = Simulator.builder().account("account", KEY).start();
                MailgunTransport transport = new MailgunTransport();
                FaultServer faulty = FaultServer.start()) {
            MailgunClient client = client(transport, Region.at(simulator.baseUrl()));
            KeysApi keys = new KeysApi(client);
            created =
                    Objects.requireNonNull(keys.create(NewKey.of(KeyRole.ADMIN).description("may be printed"))
                            .block());
            print(created);
            print(client);
            print(Objects.requireNonNull(keys.list().collectList().block()));
            print(error(keys.delete(ADDRESS)));
            print(error(keys.create(NewKey.of(new KeyRole("no-such-role")))));
            ValidationQuery query = ValidationQuery.of(ADDRESS + "@example.org");
            print(query);
            print(Objects.requireNonNull(
                    new ValidationsApi(client).validate(query).block()));
            simulator
                    .faults()
                    .on("GET /v4/address/validate")
                    .body(400, "application/json", "{\"message\": \"cannot validate " + ADDRESS + "@example.org\"}")
                    .times(1);
            print(error(new ValidationsApi(client).validate(query)));
            simulator.faults().onAny().loseResponse().times(1);
            print(error(keys.create(NewKey.of(KeyRole.ADMIN).description(ADDRESS))));
            for (Fault fault : List.of(
                    Fault.resetBeforeHeaders(),
                    Fault.resetInBody(),
                    Fault.invalidGzip(),
                    Fault.redirect("http://elsewhere.example/"),
                    Fault.answer(401, "Forbidden"),
                    Fault.answer(200, "{"))) {
                faulty.script(fault);
                MailgunClient failing = client(transport, faulty.region());
                Operation get = GET.path("/v3/{domain}/bounces/{address}", ADDRESS + ".example", ADDRESS);
                print(get);
                print(error(failing.send(get.asJson(Confirmation.class))));
                print(error(failing.send(POST.path("/v3/{domain}/bounces", ADDRESS + ".example")
                        .header("X-Token", KEY)
                        .asJson(Confirmation.class))));
            }
            FaultServer refusing = FaultServer.refusing();
            print(error(client(transport, refusing.region())
                    .send(GET.path("/v1/keys").asText())));
            print(meters.getMetersAsString());
        }
        String everything = printed.toString(UTF_8);
        out.printf("secret scan: %,d characters printed%n", everything.length());
        assertThat(everything.length()).as("characters printed").isGreaterThan(20_000);
        assertThat(everything)
                .contains("cannot validate ***", "GET /v4/address/validate")
                .contains("DELETE /v1/keys/{key_id}", "io.github.mailgunreactor.netty.wire", CallLog.NAME)
                .contains("mailgun.client.requests", "mailgun.client.connections");
        String secret = Objects.requireNonNull(created.secret()).reveal();
        assertThat(linesWith(everything, KEY, BASIC, secret)).isEmpty();
        assertThat(linesWith(everything, ADDRESS))
                .as("our own lines; at DEBUG, Reactor Netty logs the URL of each request")
                .allMatch(line -> line.contains(" reactor.netty.") || line.contains(" r.n."));
    }

    private static List<String> linesWith(String text, String... secrets) {
        return text.lines()
                .filter(line -> List.of(secrets).stream().anyMatch(line::contains))
                .toList();
    }

    private MailgunClient client(MailgunTransport transport, Region region) {
        CallLog log = CallLog.create();
        return MailgunClient.builder(KEY)
                .transport(transport.netty)
                .region(region)
                .retry(RetryPolicy.defaults()
                        .backoff(Duration.ofMillis(1), Duration.ofMillis(1))
                        .listener(log)
                        .listener(this::print))
                .interceptor(log)
                .interceptor(ObservationInterceptor.of(observations))
                .interceptor(RateLimiter.create())
                .build();
    }

    private static Throwable error(Mono<?> call) {
        return Objects.requireNonNull(
                call.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block(Duration.ofSeconds(20)));
    }

    private void print(Object anything) {
        StringWriter text = new StringWriter();
        if (anything instanceof Throwable error) {
            error.printStackTrace(new PrintWriter(text, true));
        }
        System.out.println(anything + "\n" + text);
    }

    private final class MailgunTransport implements AutoCloseable {
        private final NettyTransport netty = NettyTransport.builder()
                .wireLog(true)
                .poolMetrics(() -> PoolGauges.of(meters))
                .build();

        @Override
        public void close() {
            netty.close();
            netty.onClose().block(Duration.ofSeconds(10));
        }
    }
}
