package io.github.mailgunreactor.simulator;

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
     * The same account in another region. Keys are the same everywhere.
     *
     * @throws IllegalArgumentException if the simulator has no such region
     */
    public SimulatedAccount inRegion(String region) {
        return new SimulatedAccount(simulator, id, simulator.checkedRegion(region));
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
