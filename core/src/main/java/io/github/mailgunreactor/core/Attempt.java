package io.github.mailgunreactor.core;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call, as {@linkplain Interceptor interceptors} see it. Immutable: what can be changed has a method that
 * returns a changed copy, and passing that on has effect.
 */
public final class Attempt {
    private final Operation operation;
    private final Region region;
    private final @Nullable String subaccount;
    private final Headers headers;
    private final int number;
    private final @Nullable Instant deadline;

    Attempt(
            Operation operation,
            Region region,
            @Nullable String subaccount,
            Headers headers,
            int number,
            @Nullable Instant deadline) {
        this.operation = operation;
        this.region = region;
        this.subaccount = subaccount;
        this.headers = headers;
        this.number = number;
        this.deadline = deadline;
    }

    /** The first attempt of a call without a deadline: for tests of an interceptor. */
    public static Attempt first(Operation operation, Region region) {
        return new Attempt(
                Objects.requireNonNull(operation, "operation must not be null"),
                Objects.requireNonNull(region, "region must not be null"),
                null,
                Headers.NONE,
                1,
                null);
    }

    /** The same attempt with this header in place of any of that name. */
    public Attempt withHeader(String name, String value) {
        Headers more = headers.with(Headers.NONE.with(name, value));
        return new Attempt(operation, region, subaccount, more, number, deadline);
    }

    /** The same attempt in another region: the credentials go there. */
    public Attempt inRegion(Region other) {
        return new Attempt(
                operation,
                Objects.requireNonNull(other, "region must not be null"),
                subaccount,
                headers,
                number,
                deadline);
    }

    /** The same attempt for a subaccount, or for the key's own account. */
    public Attempt onBehalfOf(@Nullable String subaccountId) {
        String checked = subaccountId == null ? null : Headers.requireText("subaccountId", subaccountId);
        return new Attempt(operation, region, checked, headers, number, deadline);
    }

    /** What is asked. */
    public Operation operation() {
        return operation;
    }

    /** Where it is asked. */
    public Region region() {
        return region;
    }

    /** The account that the call is made on behalf of, or {@code null} for the key's own. */
    public @Nullable String subaccount() {
        return subaccount;
    }

    /** The headers that interceptors added so far; those of the client are not shown. */
    public Headers headers() {
        return headers;
    }

    /** 1 for the first attempt, 2 for its first repetition. */
    public int number() {
        return number;
    }

    /** When the call's timeout ends, or {@code null} where it has none: who waits must not wait beyond it. */
    public @Nullable Instant deadline() {
        return deadline;
    }

    /** Operation, region and number. */
    @Override
    public String toString() {
        return "Attempt[" + operation + " in " + region.name() + ", " + number + "]";
    }
}
