package io.github.mailgunreactor.ips;

import org.jspecify.annotations.Nullable;

/**
 * A domain that sends from a dedicated IP pool.
 *
 * @param id the id by which a pool links and unlinks the domain
 * @param name the domain itself
 */
public record IpPoolDomain(String id, @Nullable String name) {}
