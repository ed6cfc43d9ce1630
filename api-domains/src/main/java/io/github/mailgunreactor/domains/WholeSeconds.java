package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import java.time.Duration;

/** A duration that travels as a number of seconds. */
final class WholeSeconds {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    private WholeSeconds() {}

    static long require(String parameter, Duration value) {
        Arguments.requireRange(parameter, value, SHORTEST, LONGEST);
        if (!value.equals(Duration.ofSeconds(value.toSeconds()))) {
            throw new IllegalArgumentException(parameter + " must be in whole seconds, but is " + value);
        }
        return value.toSeconds();
    }
}
