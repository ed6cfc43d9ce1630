package io.github.mailgunreactor.simulator;

import java.util.List;

/** Every area that the simulator serves, one a line. */
final class Areas {

    private Areas() {}

    static List<Area> all() {
        return List.of(
                new AlertsArea(),
                new BounceClassificationArea(),
                new EventsArea(),
                new IpAllowlistArea(),
                new KeysArea(),
                new LogsArea(),
                new MetricsArea(),
                new SendingArea(),
                new StatsArea(),
                new TagsArea(),
                new ThresholdsArea());
    }
}
