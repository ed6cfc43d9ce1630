package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The order of a list of domains. Without one, the newest come first.
 *
 * @param value the order as Mailgun names it
 */
public record DomainSort(String value) implements OpenValue {
    /** By name, from A to Z. */
    public static final DomainSort NAME = new DomainSort("name:asc");
    /** By name, from Z to A. */
    public static final DomainSort NAME_DESCENDING = new DomainSort("name:desc");
}
