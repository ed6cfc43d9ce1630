package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A feature of an account.
 *
 * @param enabled whether it can be used
 */
public record Feature(@Nullable Boolean enabled) {}
