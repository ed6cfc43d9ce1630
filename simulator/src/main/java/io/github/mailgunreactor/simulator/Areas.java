package io.github.mailgunreactor.simulator;

import java.util.List;

/** Every area that the simulator serves, one a line. */
final class Areas {

    private Areas() {}

    static List<Area> all() {
        return List.of(
                new KeysArea(), //
                new IpAllowlistArea(),
                new BouncesArea(),
                new ComplaintsArea(),
                new UnsubscribesArea(),
                new AllowlistArea());
    }
}
