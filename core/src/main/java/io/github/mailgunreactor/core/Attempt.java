package io.github.mailgunreactor.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call, as {@linkplain Interceptor interceptors} see it.
 *
 * @param operation what is asked
 * @param region where it is asked
 * @param subaccount the account that the call is made on behalf of, or {@code null} for the key's own
 * @param headers the headers that interceptors added so far; those of the client are not shown
 * @param number 1 for the first attempt, 2 for its first repetition
 * @param deadline when the call's timeout ends, or {@code null} where it has none: who waits must not wait beyond it
 */
public record Attempt(
        Operation operation,
        Region region,
        @Nullable String subaccount,
        Headers headers,
        int number,
        @Nullable Instant deadline) {

    /** The same attempt with one more header. */
    public Attempt withHeader(String name, String value) {
        return new Attempt(operation, region, subaccount, headers.with(name, value), number, deadline);
    }
}
