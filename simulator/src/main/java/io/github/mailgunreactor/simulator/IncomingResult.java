package io.github.mailgunreactor.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of mail that came in.
 *
 * @param accepted whether a route, a forward or a mailing list was for it; else its sender gets it back, as after {@code 550 5.1.0}
 * @param routes the ids of the routes that were run, in order
 * @param forwards the ids of the forwards that it went through
 * @param list the address of the mailing list that it was sent on by, or {@code null}
 * @param storageUrl where it is kept, or {@code null}
 */
public record IncomingResult(
        boolean accepted,
        List<String> routes,
        List<String> forwards,
        @Nullable String list,
        @Nullable String storageUrl) {}
