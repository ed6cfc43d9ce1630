package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What some operations on accounts say in place of words.
 *
 * @param success whether it was done
 */
public record Success(@Nullable Boolean success) {}
