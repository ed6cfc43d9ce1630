package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ids as the live API makes them: {@code 20241120143457.abcdefada46fc312} and the domain. */
final class MessageIds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MessageIds() {}

    static String next(SimulatorState state, Instant now) {
        return TIME.format(now) + "." + state.randomHex(16);
    }
}
