package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.Nullable;

/**
 * How many messages an account may send in a month, and how many it has sent.
 *
 * @param limit how many it may send
 * @param current how many it has sent in the period so far
 * @param period how long a period is, such as {@code 1m}: a number and {@code m} for months, {@code d} for days, {@code h} for
 *     hours
 */
public record MessageLimit(
        @Nullable Long limit,
        @Nullable Long current,
        @Nullable String period) {}
