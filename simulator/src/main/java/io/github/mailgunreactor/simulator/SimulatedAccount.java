package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.alerts.AlertNotifier;
import io.github.mailgunreactor.simulator.internal.routes.Reception;
import io.github.mailgunreactor.simulator.internal.state.SigningKey;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.Map;
import java.util.Objects;

/**
 * An account of a {@link Simulator}, seen in one region: prepares and reads what it has, without a request. Views are
 * cheap and always show the current state, also after a {@linkplain Simulator#reset reset}.
 */
public final class SimulatedAccount {
    private final Simulator simulator;
    private final String id;
    private final String region;

    SimulatedAccount(Simulator simulator, String id, String region) {
        this.simulator = simulator;
        this.id = id;
        this.region = region;
    }

    /** Its id: what {@code X-Mailgun-On-Behalf-Of} names if it is a subaccount. */
    public String id() {
        return id;
    }

    /** The region in which this view sees the account. */
    public String region() {
        return region;
    }

    /**
     * The primary key it was set up with.
     *
     * @throws IllegalStateException if it is a subaccount, which has none
     */
    public String key() {
        return simulator.keyOf(id);
    }

    /**
     * Back to how it was set up or added: its primary key, and nothing else in any region; what it has sent, asked and was posted is
     * forgotten, and so are its faults. Other accounts are left alone, and so is the clock.
     *
     * @throws IllegalArgumentException if it is a subaccount that a request has made
     */
    public void reset() {
        simulator.resetAccount(id);
    }

    /** The requests that came in for it. One without a valid key is in the simulator's own journal only. */
    public Journal journal() {
        return simulator.journal().ofAccount(id);
    }

    /** What was posted to the URLs of applications for it. */
    public DeliveryLog deliveries() {
        return simulator.deliveries().ofAccount(id);
    }

    /**
     * The same account in another region. Keys are the same everywhere.
     *
     * @throws IllegalArgumentException if the simulator has no such region
     */
    public SimulatedAccount inRegion(String region) {
        return new SimulatedAccount(simulator, id, simulator.checkedRegion(region));
    }

    /**
     * Its HTTP signing key, with which it signs webhooks and what its routes forward. It is the same in every region and each run, until
     * a request asks for another one.
     */
    public String signingKey() {
        SimulatorState state = simulator.state();
        return state.locked(() ->
                SigningKey.of(state, Objects.requireNonNull(state.account(id))).text());
    }

    /**
     * Lets an alert happen, which the webhooks of its alert settings are told of, signed with {@code X-Sign}.
     *
     * @param type {@code ip_listed}, {@code ip_delisted}, {@code domain_listed} or {@code domain_delisted}
     * @param details what else the alert says, such as {@code ip} and {@code blocklist}
     * @return how many webhooks are told
     */
    public int raiseAlert(String type, Map<String, ?> details) {
        if (!AlertNotifier.types().contains(type)) {
            throw new IllegalArgumentException("type must be one of " + AlertNotifier.types() + ", but is " + type);
        }
        SimulatorState state = simulator.state();
        return state.locked(
                () -> new AlertNotifier(state, Objects.requireNonNull(state.account(id)), region).raise(type, details));
    }

    /**
     * Lets mail come in for an address of one of its domains in the region of this view: its mailing list sends it on if the sender may
     * post there, its routes are run by priority, its forwards after them. What they post is in {@link Simulator#deliveries}; a copy that
     * goes on to an address is in the {@linkplain #mailbox mailbox}.
     */
    public IncomingResult receive(IncomingMessage message) {
        SimulatorState state = simulator.state();
        Reception.Result result = state.locked(
                () -> Reception.receive(state, Objects.requireNonNull(state.account(id)), region, message.mail()));
        String key = result.storedKey();
        return new IncomingResult(
                result.accepted(),
                result.routes(),
                result.forwards(),
                result.list(),
                key == null
                        ? null
                        : simulator.baseUrl(region) + "/v3/domains/"
                                + message.mail().domain() + "/messages/" + key);
    }

    /** Who uses it, and to whom its sandbox domain may send. */
    public UserSeeds users() {
        return new UserSeeds(simulator.state(), id);
    }

    /** Its API keys and its IP allowlist. */
    public KeySeeds keys() {
        return new KeySeeds(simulator.state(), id);
    }

    /** Its sending domains in the region of this view. */
    public DomainSeeds domains() {
        return new DomainSeeds(simulator.state(), id, region);
    }

    /**
     * The suppression lists of one of its domains in the region of this view.
     *
     * @param domain a sending domain that it has there when the lists are used
     */
    public SuppressionSeeds suppressions(String domain) {
        return new SuppressionSeeds(simulator.state(), id, region, domain);
    }

    /** Its IP addresses in the region of this view. */
    public IpSeeds ips() {
        return new IpSeeds(simulator.state(), id, region);
    }

    /** What happened to its messages in this region. */
    public TrafficSeeds traffic() {
        return new TrafficSeeds(simulator.state(), id, region);
    }

    /** What the recipients of its messages got in this region. */
    public Mailbox mailbox() {
        return new Mailbox(simulator.state(), id, region, simulator.baseUrl(region));
    }

    @Override
    public String toString() {
        return "SimulatedAccount[" + id + " in " + region + "]";
    }
}
