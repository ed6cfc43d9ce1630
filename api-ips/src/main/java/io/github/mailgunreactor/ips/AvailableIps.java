package io.github.mailgunreactor.ips;

import org.jspecify.annotations.Nullable;

/**
 * How many more addresses the account may have.
 *
 * @param allowed the numbers
 */
public record AvailableIps(@Nullable Allowed allowed) {

    /**
     * Addresses by kind.
     *
     * @param dedicated addresses of its own
     * @param shared no longer of use
     */
    public record Allowed(
            @Nullable Long dedicated, @Nullable Long shared) {}
}
