package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.simulator.internal.ServedOperations;
import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.state.Bounds;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.tls.ServerIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Simulator}. What is not said keeps its default. */
public final class SimulatorBuilder {
    /** The key of the account that a simulator has if no other is given. */
    public static final String DEFAULT_KEY = "key-simulator";

    static final String LOOPBACK = "127.0.0.1";

    private static final String DEFAULT_ACCOUNT = "simulated";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,256}");

    private final Set<String> regions = new LinkedHashSet<>();
    private final List<SimulatorState.Setup> accounts = new ArrayList<>();
    private final Map<String, RequestBudgets.Limit> rateLimits = new LinkedHashMap<>();
    private Routes routes = Routes.of(ServedOperations.all());
    private int port;
    private String host = LOOPBACK;
    private Clock clock = Clock.systemUTC();
    private long seed;
    private int journalSize = 1000;
    private int maxBodyBytes = 32 * 1024 * 1024;
    private @Nullable Integer pageSize;
    private Bounds bounds = Bounds.ofHeap();
    // A second for five minutes of Mailgun's.
    private List<Duration> retries =
            Stream.of(1, 2, 3, 12, 24, 48).map(Duration::ofSeconds).toList();
    private List<Duration> routeRetries =
            Stream.of(2, 3, 6, 12, 24, 48).map(Duration::ofSeconds).toList();
    private Duration deliveryTimeout = Duration.ofSeconds(10);
    private int keptDeliveries = 10_000;
    private Supplier<@Nullable ServerIdentity> identity = () -> null;

    SimulatorBuilder() {}

    /**
     * The port of the first region; others take the next ones. By default each takes any free port.
     *
     * @param port from 1 to 65535, or 0 for any free port
     */
    public SimulatorBuilder port(int port) {
        this.port = Arguments.requireRange("port", port, 0, 65535);
        return this;
    }

    /**
     * The address to listen on, {@code 127.0.0.1} by default. {@code 0.0.0.0} is needed in a container; whoever reaches
     * it may do everything.
     */
    public SimulatorBuilder host(String address) {
        this.host = Objects.requireNonNull(address, "address");
        return this;
    }

    /**
     * Listens with TLS, with a certificate that is made at each start and vouches for itself: {@link Simulator#certificate} is
     * what clients have to trust. It is for {@code localhost}, {@code 127.0.0.1}, {@code ::1}, and what is given here.
     *
     * @param names further names or addresses under which it is reached, such as that of a container
     */
    public SimulatorBuilder tls(String... names) {
        List<String> checked = ServerIdentity.requireNames(List.of(names));
        this.identity = () -> ServerIdentity.generated(checked);
        return this;
    }

    /**
     * Listens with TLS, with a certificate from files as of PEM; they are read at the start.
     *
     * @param certificate the certificate, then those above it
     * @param key its private key, PKCS #8 without a password
     */
    public SimulatorBuilder tls(Path certificate, Path key) {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
        this.identity = () -> ServerIdentity.ofFiles(certificate, key);
        return this;
    }

    /**
     * The regions, each with a port and a state of its own. By default there is one, {@code us}.
     *
     * @param names one or more, such as {@code "us", "eu"}: letters, digits, dots, dashes and underscores
     */
    public SimulatorBuilder regions(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("regions must be one or more");
        }
        regions.clear();
        for (String name : names) {
            if (!regions.add(checkedName("region", name))) {
                throw new IllegalArgumentException("regions must differ, but \"" + name + "\" is there twice");
            }
        }
        return this;
    }

    /**
     * Adds an account. By default there is one, with the key {@link #DEFAULT_KEY}; the first account added takes its
     * place.
     *
     * @param id letters, digits, dots, dashes and underscores, up to 64
     * @param key its primary key: visible ASCII, up to 256 characters
     */
    public SimulatorBuilder account(String id, String key) {
        SimulatorState.Setup account = checkedAccount(newAccount(id), key);
        if (accounts.stream().anyMatch(other -> key.equals(other.key()))) {
            throw new IllegalArgumentException("key must differ from that of another account");
        }
        return add(account);
    }

    static SimulatorState.Setup checkedAccount(String id, String key) {
        if (!KEY.matcher(Objects.requireNonNull(key, "key")).matches()) {
            throw new IllegalArgumentException("key must be 1 to 256 visible ASCII characters");
        }
        return new SimulatorState.Setup(checkedName("account", id), null, key);
    }

    /**
     * Adds a subaccount, for which the parent's key acts with {@code X-Mailgun-On-Behalf-Of}.
     *
     * @param parent the id of an account that was added before
     * @param id as of {@link #account}
     */
    public SimulatorBuilder subaccount(String parent, String id) {
        if (accounts.stream().noneMatch(account -> account.id().equals(parent) && account.parent() == null)) {
            throw new IllegalArgumentException(
                    "parent must be an account that was added before, but is \"" + parent + "\"");
        }
        return add(new SimulatorState.Setup(newAccount(id), parent, null));
    }

    private SimulatorBuilder add(SimulatorState.Setup account) {
        accounts.add(account);
        return this;
    }

    private String newAccount(String id) {
        checkedName("account", id);
        if (accounts.stream().anyMatch(account -> account.id().equals(id))) {
            throw new IllegalArgumentException("account must differ from others, but \"" + id + "\" is there already");
        }
        return id;
    }

    /** What time it is, for dates in responses, expiring keys and rate limits. By default the system's. */
    public SimulatorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Where random ids, secrets and faults start from; each run with one seed gives the same. By default 0. */
    public SimulatorBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * How many items a page has, so that a few are enough to test paging. It is the default where a request has no
     * {@code limit}. Pages that link the next by URL or token never have more, whatever the request says; a listing by
     * {@code skip} and {@code limit} gives as many as it is asked for, as its reader counts on it.
     *
     * @param items 1 or more
     */
    public SimulatorBuilder pageSize(int items) {
        this.pageSize = Arguments.requireRange("items", items, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Bounds how many requests an account may send; what is beyond gets status 429. By default there are the bounds of
     * the live API: {@code suppressions} share 2500 requests in 15 seconds, {@code domain-verify} has 10 a minute. {@code messages} and
     * {@code recipients} bound sending, and are so high by default that nobody meets them.
     *
     * @param operationOrGroup method and path template, such as {@code "GET /v1/keys"}, or the name of a group
     * @param requests how many a window takes, 1 or more
     * @param window how long it lasts, above zero
     * @throws IllegalArgumentException also if the simulator serves no such operation
     */
    public SimulatorBuilder rateLimit(String operationOrGroup, int requests, Duration window) {
        Arguments.requireRange("requests", requests, 1, Integer.MAX_VALUE);
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be above zero, but is " + window);
        }
        String budget = RequestBudgets.isGroup(operationOrGroup)
                ? operationOrGroup
                : routes.named(operationOrGroup).operation();
        rateLimits.put(budget, new RequestBudgets.Limit(requests, window));
        return this;
    }

    /**
     * How many requests the journal keeps, 1000 by default.
     *
     * @param requests zero or more
     */
    public SimulatorBuilder journalSize(int requests) {
        this.journalSize = Arguments.requireRange("requests", requests, 0, 1_000_000);
        return this;
    }

    /**
     * When something is posted again that a webhook or the URL of an alert did not take: the waits before the second attempt, the third and
     * so on, by the clock of the simulator. By default 1, 2, 3, 12, 24 and 48 seconds: a second for five minutes of Mailgun's 5, 10, 15
     * minutes, 1, 2 and 4 hours.
     *
     * @param waits up to 100, each zero or more; none for a single attempt
     */
    public SimulatorBuilder retryDeliveriesAfter(Duration... waits) {
        this.retries = waits(waits);
        return this;
    }

    /**
     * When incoming mail is posted again that the URL of a route did not take, as {@link #retryDeliveriesAfter}. By default after 2, 3, 6, 12,
     * 24 and 48 seconds: a second for five minutes of Mailgun's 10, 15, 30 minutes, 1, 2 and 4 hours.
     *
     * @param waits up to 100, each zero or more; none for a single attempt
     */
    public SimulatorBuilder retryRoutesAfter(Duration... waits) {
        this.routeRetries = waits(waits);
        return this;
    }

    private static List<Duration> waits(Duration... waits) {
        Arguments.requireRange("waits", waits.length, 0, 100);
        for (Duration wait : waits) {
            if (wait.isNegative()) {
                throw new IllegalArgumentException("waits must be zero or more, but one is " + wait);
            }
        }
        return List.of(waits);
    }

    /**
     * How long an application may take to answer what is posted to it, 10 seconds by default; it is real time, whatever the clock says.
     * Mailgun does not say how long it waits.
     *
     * @param timeout 10 ms to 10 minutes
     */
    public SimulatorBuilder deliveryTimeout(Duration timeout) {
        Arguments.requireRange("timeout in ms", Math.toIntExact(timeout.toMillis()), 10, 600_000);
        this.deliveryTimeout = timeout;
        return this;
    }

    /**
     * How many deliveries the log keeps after they are settled, 10,000 by default, fewer where their bodies are large.
     *
     * @param deliveries zero or more
     */
    public SimulatorBuilder keepDeliveries(int deliveries) {
        this.keptDeliveries = Arguments.requireRange("deliveries", deliveries, 0, 1_000_000);
        return this;
    }

    /**
     * How much of a request body is held in memory, 32 MB by default; a request beyond gets status 413. Imported files
     * are not held in memory and not bounded.
     *
     * @param bytes 1024 or more
     */
    public SimulatorBuilder maxBodyBytes(int bytes) {
        this.maxBodyBytes = Arguments.requireRange("bytes", bytes, 1024, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Starts the simulator. The builder can be used again.
     *
     * @throws reactor.netty.ChannelBindException if a port is taken
     */
    public Simulator start() {
        Simulator simulator = serve();
        simulator.prepare();
        return simulator;
    }

    /** Starts what is still to be {@linkplain Simulator#prepare prepared}. */
    Simulator serve() {
        return new Simulator(this);
    }

    /**
     * Bounds what messages take of memory; beyond, the oldest go, and with them what the {@link Mailbox} has of them. By
     * default 20,000 messages and an eighth of the heap, at most 256 MB.
     *
     * @param messages 1 or more
     * @param bytes 1024 or more
     */
    public SimulatorBuilder keepMessages(int messages, long bytes) {
        Arguments.requireRange("messages", messages, 1, Integer.MAX_VALUE);
        Arguments.requireRange("bytes", bytes, 1024, Long.MAX_VALUE);
        this.bounds = new Bounds(messages, bytes, bounds.events());
        return this;
    }

    /** Serves other operations; for the tests of the pieces that they are made of. */
    SimulatorBuilder operations(List<Operations> operations) {
        this.routes = Routes.of(operations);
        return this;
    }

    private static String checkedName(String parameter, String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, parameter)).matches()) {
            throw new IllegalArgumentException(
                    parameter + " must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return name;
    }

    /** Names and ports, 0 for any. */
    Map<String, Integer> regions() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String name : regions.isEmpty() ? Set.of("us") : regions) {
            ports.put(
                    name,
                    port == 0 ? 0 : Arguments.requireRange("port of region " + name, port + ports.size(), 1, 65535));
        }
        return ports;
    }

    List<SimulatorState.Setup> accounts() {
        return accounts.isEmpty()
                ? List.of(new SimulatorState.Setup(DEFAULT_ACCOUNT, null, DEFAULT_KEY))
                : List.copyOf(accounts);
    }

    Map<String, RequestBudgets.Limit> rateLimits() {
        return rateLimits;
    }

    String host() {
        return host;
    }

    @Nullable
    ServerIdentity identity() {
        return identity.get();
    }

    Routes routes() {
        return routes;
    }

    Clock clock() {
        return clock;
    }

    Deliveries.Settings deliveries() {
        return new Deliveries.Settings(retries, routeRetries, deliveryTimeout, keptDeliveries);
    }

    Bounds bounds() {
        return bounds;
    }

    long seed() {
        return seed;
    }

    int journalSize() {
        return journalSize;
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    @Nullable
    Integer pageSize() {
        return pageSize;
    }
}
