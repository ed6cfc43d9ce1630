package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.http.BaseUrl;
import io.github.mailgunreactor.simulator.internal.http.BodyReader;
import io.github.mailgunreactor.simulator.internal.http.Dispatcher;
import io.github.mailgunreactor.simulator.internal.http.HandledRequest;
import io.github.mailgunreactor.simulator.internal.http.RegionContext;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.messages.TemplateSource;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.tls.ServerIdentity;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/**
 * A Mailgun in this process, on the loopback interface:
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start()) {
 *     MailgunClient mailgun = MailgunClient.builder(simulator.key())
 *             .region(Region.at(simulator.baseUrl()))
 *             .build();
 *     // …
 * }
 * }</pre>
 *
 * <p>What is created can be listed, changed and deleted. Keys and account data are the same in every region; what the
 * live API binds to a region is bound to it here. Programs in other languages, or in other processes, can use the same
 * simulator: {@link SimulatorCommand} runs it by itself. All methods may be called from any thread.
 */
public final class Simulator implements AutoCloseable {
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 100;

    private final Dispatcher dispatcher;
    private final SimulatedClock clock;
    private final SimulatorState state;
    private final @Nullable ServerIdentity identity;
    private final Deliveries deliveries;
    private final Faults faults;
    private final Journal journal;
    private final RequestBudgets rateLimits;
    private final AddedAccounts accounts;
    private final List<SimulatorState.Setup> setup;
    private final LoopResources loops = LoopResources.create("mailgun-simulator", 1, 2, true);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<String, DisposableServer> servers = new LinkedHashMap<>();
    private @Nullable ScheduledFuture<?> ticks;

    Simulator(SimulatorBuilder builder) {
        Routes routes = builder.routes();
        this.setup = builder.accounts();
        this.identity = builder.identity();
        this.clock = new SimulatedClock(builder.clock());
        this.state = new SimulatorState(clock, builder.seed(), setup, builder.bounds());
        this.deliveries = new Deliveries(
                state,
                builder.deliveries(),
                loops,
                region -> baseUrl(server(region).port()));
        state.machinery().get(Deliveries.class, () -> deliveries);
        clock.whenAdvanced(() -> {
            catchUp();
            changed();
        });
        this.faults = new Faults(routes, builder.seed(), this::changed);
        this.journal = new Journal(routes, builder.journalSize());
        this.rateLimits = new RequestBudgets(builder.rateLimits());
        this.accounts = new AddedAccounts(state, deliveries, faults, journal, rateLimits);
        this.dispatcher = new Dispatcher(
                routes,
                Control.routes(this),
                rateLimits,
                new BodyReader(builder.maxBodyBytes()),
                faults::meet,
                this::record);
        try {
            builder.regions().forEach((region, port) -> servers.put(region, bind(region, port, builder)));
        } catch (RuntimeException portTaken) {
            close();
            throw portTaken;
        }
        ticks = loops.onServer(true)
                .next()
                .scheduleAtFixedRate(this::catchUp, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Loads what posts to applications and what renders templates. Both read files and take longer than all else at the start:
     * done here, no event loop has to, and a simulator that runs by itself can answer before.
     */
    void prepare() {
        deliveries.prepare();
        TemplateSource.find().prepare();
    }

    /** Lets happen what is due by the clock, whether or not anybody asks for anything. */
    private void catchUp() {
        state.locked(() -> {});
    }

    private void record(HandledRequest request) {
        journal.add(new RecordedRequest(request));
        state.changes().tell(Changes.Topic.REQUESTS);
        if (!request.method().equals("GET")) {
            changed();
        }
    }

    private void changed() {
        state.changes().tell(Changes.Topic.STATE);
    }

    /** Starts with one account and one region, {@code us}, on a free port. */
    public static Simulator start() {
        return builder().start();
    }

    /** Starts to describe a simulator with other accounts, regions, ports, time or limits. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    private DisposableServer bind(String region, int port, SimulatorBuilder builder) {
        HttpServer server = HttpServer.create()
                .host(builder.host())
                .port(port)
                .runOn(loops)
                .channelGroup(connections)
                .compress(true);
        if (identity != null) {
            SslProvider tls =
                    SslProvider.builder().sslContext(identity.context()).build();
            server = server.secure(tls);
        }
        return server.handle((in, out) -> dispatcher.dispatch(
                        new RegionContext(
                                region,
                                BaseUrl.of(
                                        in.requestHeaders(),
                                        baseUrl(Objects.requireNonNull(in.hostAddress())
                                                .getPort())),
                                state,
                                builder.pageSize()),
                        in,
                        out))
                .bindNow();
    }

    private String baseUrl(int port) {
        return (identity == null ? "http://" : "https://") + SimulatorBuilder.LOOPBACK + ":" + port;
    }

    /** Scheme, host and port of the first region, such as {@code http://127.0.0.1:41234}. */
    public String baseUrl() {
        return baseUrl(servers.values().iterator().next().port());
    }

    /**
     * Scheme, host and port of a region.
     *
     * @param region the name it was given in {@link SimulatorBuilder#regions}
     * @throws IllegalArgumentException if there is no such region
     */
    public String baseUrl(String region) {
        return baseUrl(server(region).port());
    }

    /**
     * What a client has to trust where this listens with {@linkplain SimulatorBuilder#tls TLS}: its certificates as text, as of PEM.
     *
     * @throws IllegalStateException if it listens without TLS
     */
    public String certificate() {
        if (identity == null) {
            throw new IllegalStateException("the simulator listens without TLS");
        }
        return identity.pem();
    }

    boolean hasTls() {
        return identity != null;
    }

    /** The names of the regions, in order. */
    public List<String> regions() {
        return List.copyOf(servers.keySet());
    }

    /** The key of the first account. */
    public String key() {
        return account().key();
    }

    /** The first account, to prepare what it has. */
    public SimulatedAccount account() {
        return account(setup.get(0).id());
    }

    /**
     * An account or subaccount, to prepare what it has.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    public SimulatedAccount account(String id) {
        Objects.requireNonNull(id, "id");
        if (state.locked(() -> state.account(id)) == null) {
            throw new IllegalArgumentException("account must be one of " + accountIds() + ", but is \"" + id + "\"");
        }
        return new SimulatedAccount(this, id, regions().get(0));
    }

    /**
     * Adds an account with a key and a state of its own, for tests that run beside others: what they do in their accounts does not
     * meet, the names of their domains neither. A {@linkplain #reset reset} drops it.
     *
     * @param id letters, digits, dots, dashes and underscores, up to 64; its key is {@code key-} and the id
     * @throws IllegalArgumentException if there is such an account, or such a key
     */
    public SimulatedAccount addAccount(String id) {
        return addAccount(id, "key-" + id);
    }

    /**
     * As {@link #addAccount(String)}.
     *
     * @param key its primary key: visible ASCII, up to 256 characters
     */
    public SimulatedAccount addAccount(String id, String key) {
        accounts.add(id, key);
        return account(id);
    }

    /**
     * Drops an account that was {@linkplain #addAccount added}, its key and all that it has.
     *
     * @throws IllegalArgumentException if it was not added
     */
    public void removeAccount(String id) {
        accounts.remove(id);
    }

    void resetAccount(String id) {
        accounts.reset(id);
    }

    /** The API keys and the IP allowlist of the first account. */
    public KeySeeds keys() {
        return account().keys();
    }

    /** The sending domains of the first account in the first region. */
    public DomainSeeds domains() {
        return account().domains();
    }

    /**
     * The suppression lists of a sending domain of the first account in the first region.
     *
     * @param domain a domain that it has when the lists are used
     */
    public SuppressionSeeds suppressions(String domain) {
        return account().suppressions(domain);
    }

    /** The IP addresses of the first account in the first region. */
    public IpSeeds ips() {
        return account().ips();
    }

    /** What happened to the messages of the first account, in the first region. */
    public TrafficSeeds traffic() {
        return account().traffic();
    }

    /** What the recipients of the first account's messages got, in the first region. */
    public Mailbox mailbox() {
        return account().mailbox();
    }

    /** Lets mail come in for an address of the first account in the first region. */
    public IncomingResult receive(IncomingMessage message) {
        return account().receive(message);
    }

    /** What was posted to the URLs of applications, by all accounts in all regions, and what they answered. */
    public DeliveryLog deliveries() {
        return new DeliveryLog(state, deliveries, null);
    }

    /** The key that the first account signs what is posted to applications with: its HTTP signing key. */
    public String signingKey() {
        return account().signingKey();
    }

    /** What time it is, and how to let it pass. */
    public SimulatedClock clock() {
        return clock;
    }

    /**
     * Whether messages are delivered as soon as they are accepted, as they are until this is called. Otherwise something
     * has to deliver them: {@code POST /_simulator/messages/{key}/events}.
     */
    public void deliverAtOnce(boolean atOnce) {
        state.locked(() -> state.deliverAtOnce(atOnce));
    }

    /** Makes requests fail. */
    public Faults faults() {
        return faults;
    }

    /** The requests that came in. */
    public Journal journal() {
        return journal;
    }

    /**
     * Back to the state after the start: no faults, an empty journal, mailbox and log of deliveries, full budgets, the time of the clock, and
     * nothing but the accounts.
     */
    public void reset() {
        clock.reset();
        state.locked(() -> deliveries.clear());
        state.reset();
        faults.clear();
        journal.clear();
        rateLimits.reset();
        for (Changes.Topic topic : Changes.Topic.values()) {
            state.changes().tell(topic);
        }
    }

    /** Closes every connection and frees the ports. */
    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        connections.close().awaitUninterruptibly(SHUTDOWN_TIMEOUT.toMillis());
        servers.values().forEach(server -> server.disposeNow(SHUTDOWN_TIMEOUT));
        deliveries.close();
        loops.dispose();
    }

    String checkedRegion(String region) {
        server(region);
        return region;
    }

    private DisposableServer server(String region) {
        DisposableServer server = servers.get(Objects.requireNonNull(region, "region"));
        if (server == null) {
            throw new IllegalArgumentException("region must be one of " + regions() + ", but is \"" + region + "\"");
        }
        return server;
    }

    String keyOf(String account) {
        String key = keyOrNull(account);
        if (key == null) {
            throw new IllegalStateException("account " + account + " was set up without a key");
        }
        return key;
    }

    @Nullable
    String keyOrNull(String account) {
        SimulatorState.Setup known = state.locked(() -> state.setupOf(account));
        return known == null ? null : known.key();
    }

    private List<String> accountIds() {
        return state.locked(() -> state.accounts().stream().map(Account::id).toList());
    }

    SimulatorState state() {
        return state;
    }
}
