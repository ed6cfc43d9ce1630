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
    public SimulatedAccount in(String region) {
        return new SimulatedAccount(simulator, id, simulator.checkedRegion(region));
    }

    /** Its API keys and its IP allowlist. */
    public KeySeeds keys() {
        return new KeySeeds(simulator.state(), id);
    }

    /** What happened to its messages in this region. */
    public TrafficSeeds traffic() {
        return new TrafficSeeds(simulator.state(), id, region);
    }

    @Override
    public String toString() {
        return "SimulatedAccount[" + id + " in " + region + "]";
    }
}
