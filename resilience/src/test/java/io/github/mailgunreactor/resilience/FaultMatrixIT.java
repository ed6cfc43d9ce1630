package io.github.mailgunreactor.resilience;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.observation.RetryDecision.Verdict;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.resilience.Hazards.Hazard;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultConnection;
import io.github.mailgunreactor.testing.FaultServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.subscriber.TestSubscriber;

/**
 * Every hazard with every kind of call, over sockets. What must hold for all is asserted here; how each one ends is
 * documented in {@code docs/guide/failures.md}, whose table is held against what happened.
 *
 * <p>Most of the time a cell waits, and each has a server and a transport of its own. So many run at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultMatrixIT {
    private static final String KEY = "key-0123456789abcdef";
    private static final int CONNECTIONS = 2;
    private static final int CELLS_AT_ONCE = 16;
    private static final String ADDRESS = "someone@example.com";

    /** Far beyond what is waited for, so that a slow machine changes no ending but the one that the deadline makes. */
    private static final Duration DEADLINE = Duration.ofSeconds(12);

    private static final Path PAGE = Repository.root().resolve("docs/guide/failures.md");
    private static final String PAGE_ONE =
            "{\"items\":[{\"address\":\"a\"},{\"address\":\"b\"}],\"paging\":{\"next\":\"/v3/"
                    + "example.com/bounces?page=next\"}}";

    private final Leaks leaks = Leaks.watch();
    private final BlockingCalls blocking = BlockingCalls.watch();
    private final ExecutorService threads = Executors.newFixedThreadPool(CELLS_AT_ONCE);
    private final Map<Hazard, Map<Kind, Future<String>>> endings = new LinkedHashMap<>();

    /** The calls that differ in what may be repeated, and in what they read or write. */
    enum Kind {
        GET_ONE("GET", true),
        POST_FORM("POST form", false),
        POST_FILE("POST multipart, file", false),
        LIST("paged list", true);

        private final String title;
        private final boolean repeatable;

        Kind(String title, boolean repeatable) {
            this.title = title;
            this.repeatable = repeatable;
        }
    }

    private record Bounce(String address) {}

    @BeforeAll
    void startEveryCell(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("list.csv"), new byte[300_000]);
        for (Hazard hazard : Hazards.all()) {
            Map<Kind, Future<String>> row = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                row.put(kind, threads.submit(() -> new Cell(hazard, kind, file).ending()));
            }
            endings.put(hazard, row);
        }
    }

    @AfterAll
    void stopWhatRuns() {
        threads.shutdownNow();
    }

    Set<Hazard> hazards() {
        return endings.keySet();
    }

    @ParameterizedTest
    @MethodSource("hazards")
    @Order(1)
    void endsAsDocumented(Hazard hazard) throws Exception {
        assertThat(documented()).as("docs/guide/failures.md").contains(row(hazard));
    }

    @Test
    @Order(2)
    void thePageHasTheseRowsAndNoOther() throws Exception {
        List<String> table = new ArrayList<>();
        table.add(
                "| Hazard | " + Stream.of(Kind.values()).map(kind -> kind.title).collect(joining(" | ")) + " |");
        table.add("|---".repeat(1 + Kind.values().length) + "|");
        for (Hazard hazard : hazards()) {
            table.add(row(hazard));
        }
        Files.write(Repository.root().resolve("resilience/target/failures-table.md"), table);

        assertThat(documented()).isEqualTo(table);
    }

    @Test
    @Order(3)
    void thePageSaysHowManyCellsThereAre() throws IOException {
        int cells = hazards().size() * Kind.values().length;
        System.out.printf(
                "fault matrix: %d cells, %d hazards with %d kinds of call%n",
                cells, hazards().size(), Kind.values().length);

        assertThat(PAGE).content().contains(cells + " cells");
    }

    @Test
    @Order(4)
    void noThreadBlocks() {
        assertThat(blocking.found()).isEmpty();
    }

    @Test
    @Order(5)
    void noBufferLeaks() {
        assertThat(leaks.found()).isEmpty();
    }

    /** The hazard's line of the table, once its cells have ended. */
    private String row(Hazard hazard) throws Exception {
        StringBuilder line = new StringBuilder("| ").append(hazard.text());
        for (Future<String> ending : Objects.requireNonNull(endings.get(hazard)).values()) {
            line.append(" | ").append(ending.get(3, TimeUnit.MINUTES));
        }
        return line.append(" |").toString();
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| Hazard "))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** One hazard with one kind of call. */
    private static final class Cell {
        private final Hazard hazard;
        private final Kind kind;
        private final Path file;
        private final List<RetryDecision> decisions = new CopyOnWriteArrayList<>();
        private final AtomicInteger met = new AtomicInteger();

        Cell(Hazard hazard, Kind kind, Path file) {
            this.hazard = hazard;
            this.kind = kind;
            this.file = file;
        }

        String ending() {
            try (FaultServer server = hazard.server().get()) {
                NettyTransport transport = hazard.transport()
                        .apply(NettyTransport.builder()
                                .maxConnections(CONNECTIONS)
                                .connectTimeout(Duration.ofSeconds(5))
                                .responseTimeout(Duration.ofSeconds(8))
                                .maxResponseBytes(256 * 1024)
                                .maxHeaderBytes(16 * 1024))
                        .build();
                try {
                    MailgunClient client = MailgunClient.builder(KEY)
                            .transport(transport)
                            .region(hazard.region().apply(server))
                            .timeout(DEADLINE)
                            .retry(RetryPolicy.defaults()
                                    .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
                                    .listener(decisions::add))
                            .build();
                    return ending(client, server);
                } finally {
                    transport.close();
                    transport.onClose().block(Duration.ofSeconds(10));
                }
            }
        }

        private String ending(MailgunClient client, FaultServer server) {
            prepare(client, server);
            TestSubscriber<Object> subscriber = TestSubscriber.create();
            long start = System.nanoTime();
            Flux.from(call(client)).subscribe(subscriber);
            subscriber.block(DEADLINE.plusSeconds(5));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("ends within its deadline")
                    .isLessThan(DEADLINE.plusSeconds(2));
            String ending = subscriber.isTerminatedComplete() ? "answer" : check(subscriber.expectTerminalError());
            if (!kind.repeatable) {
                assertThat(mayHaveArrived())
                        .as("at most one request may have had its effect")
                        .isLessThanOrEqualTo(1);
            }
            if (hazard.canRecover()) {
                assertRecovers(client, server);
            } else {
                server.awaitOpenConnections(0);
            }
            assertThat(subscriber.getProtocolErrors()).as("one terminal signal").isEmpty();
            return ending + tries(subscriber);
        }

        private void prepare(MailgunClient client, FaultServer server) {
            Fault fault = hazard.fault();
            if (fault == null) {
                return;
            }
            Fault counted = new Counted(fault, met);
            if (hazard.usesConnectionAgain()) {
                server.script(
                        Fault.answer(200, kind == Kind.LIST ? PAGE_ONE : "{\"message\":\"done\"}"),
                        counted,
                        Fault.answer(200, "{\"message\":\"done\",\"items\":[]}"));
                if (kind != Kind.LIST) {
                    client.send(GET.path("/v1/keys").asJson(Confirmation.class)).block();
                }
            } else if (kind == Kind.LIST && !fault.onAccept()) {
                server.script(Fault.answer(200, PAGE_ONE), counted);
            } else {
                server.script(counted);
            }
        }

        private Publisher<?> call(MailgunClient client) {
            Operation post = POST.path("/v3/{domain}/bounces", "example.com");
            return switch (kind) {
                case GET_ONE ->
                    client.send(GET.path("/v3/{domain}/bounces/{address}", "example.com", ADDRESS)
                            .asJson(Confirmation.class));
                case POST_FORM ->
                    client.send(post.form(new Form(Params.NONE.with("address", ADDRESS)))
                            .asJson(Confirmation.class));
                case POST_FILE ->
                    client.send(
                            post.multipart(Params.NONE.with("address", ADDRESS).with("file", Part.file(file)))
                                    .timeout(DEADLINE)
                                    .asJson(Confirmation.class));
                case LIST ->
                    client.list(GET.path("/v3/{domain}/bounces", "example.com").listing(Bounce.class, NextPage.url()));
            };
        }

        private String check(Throwable error) {
            assertThat(error).isInstanceOf(MailgunException.class);
            MailgunException failure = (MailgunException) error;
            assertThat(failure.operationName()).contains(" /v3/{domain}/bounces");
            assertNothingPrivate(failure);
            String sent = failure instanceof NoResponseException noResponse && noResponse.requestSent() ? ", sent" : "";
            return "`" + failure.errorType() + "`" + sent;
        }

        private void assertNothingPrivate(Throwable error) {
            for (Throwable each = error; each != null; each = each.getCause()) {
                assertThat(each.toString())
                        .doesNotContain(
                                KEY,
                                Base64.getEncoder().encodeToString(("api:" + KEY).getBytes(UTF_8)),
                                "someone",
                                "example.com",
                                Hazards.SECRET);
                for (Throwable suppressed : each.getSuppressed()) {
                    assertNothingPrivate(suppressed);
                }
            }
        }

        /** How many tries Mailgun may have acted on, by what the errors say and by what the server saw. */
        private long mayHaveArrived() {
            long told = decisions.stream()
                    .filter(decision ->
                            !(decision.error() instanceof NoResponseException noResponse) || noResponse.requestSent())
                    .filter(decision -> !decision.error().errorType().equals("429"))
                    .count();
            boolean refusing = decisions.stream()
                    .allMatch(decision -> decision.error().errorType().equals("429"));
            return refusing ? told : Math.max(told, met.get() - notSent());
        }

        private long notSent() {
            return decisions.stream()
                    .filter(decision ->
                            decision.error() instanceof NoResponseException noResponse && !noResponse.requestSent())
                    .count();
        }

        private void assertRecovers(MailgunClient client, FaultServer server) {
            server.script(Fault.answer(200, "{\"message\":\"done\"}"));
            Confirmation done = new Confirmation("done");
            assertThat(Flux.range(0, 3 * CONNECTIONS)
                            .flatMap(i -> client.send(GET.path("/v1/keys").asJson(Confirmation.class)), CONNECTIONS)
                            .collectList()
                            .block(Duration.ofSeconds(10)))
                    .as("every connection that is left works")
                    .hasSize(3 * CONNECTIONS)
                    .containsOnly(done);
            server.await("what the fault broke is closed", () -> server.openConnections() <= CONNECTIONS);
        }

        private String tries(TestSubscriber<Object> subscriber) {
            long repeated = decisions.stream()
                    .filter(decision -> decision.verdict() == Verdict.RETRY)
                    .count();
            if (subscriber.isTerminatedComplete()) {
                return repeated == 0 ? "" : " after " + (repeated + 1) + " attempts";
            }
            Verdict last = decisions.get(decisions.size() - 1).verdict();
            return switch (last) {
                case NOT_SAFE -> ", not repeated";
                case NO_TIME_LEFT -> ", deadline";
                case NO_ATTEMPTS_LEFT -> ", " + (repeated + 1) + " attempts";
                default -> "";
            };
        }
    }

    private static final class Form extends ParamSet<Form> {
        Form(Params params) {
            super(params, Form::new);
        }
    }

    /** Counts how often a fault was met. */
    private record Counted(Fault fault, AtomicInteger met) implements Fault {
        @Override
        public void happen(FaultConnection connection) throws IOException, InterruptedException {
            met.incrementAndGet();
            fault.happen(connection);
        }

        @Override
        public boolean onAccept() {
            return fault.onAccept();
        }
    }
}
