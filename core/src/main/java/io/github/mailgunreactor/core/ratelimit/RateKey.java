package io.github.mailgunreactor.core.ratelimit;

import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names one budget of calls: Mailgun counts per account, region and group of operations.
 *
 * @param account what {@link RateLimiter#of} was given; not a key
 * @param subaccount the account that calls are made on behalf of, or {@code null} for the key's own
 * @param region {@link Region#name()}
 * @param group operations that are counted together, see {@link RateLimiter#group(Operation)}
 */
public record RateKey(String account, @Nullable String subaccount, String region, String group) {

    public RateKey {
        Objects.requireNonNull(account, "account must not be null");
        Objects.requireNonNull(region, "region must not be null");
        Objects.requireNonNull(group, "group must not be null");
    }

    /** All four, one after the other: a key for a store that several processes share. */
    @Override
    public String toString() {
        return account + '/' + Objects.requireNonNullElse(subaccount, "") + '/' + region + '/' + group;
    }
}
