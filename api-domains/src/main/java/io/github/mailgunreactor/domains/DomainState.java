package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether a domain may be used.
 *
 * @param value the state as Mailgun names it
 */
public record DomainState(String value) implements OpenValue {
    /** Verified and ready to send. */
    public static final DomainState ACTIVE = new DomainState("active");
    /** Its DNS records were not found yet; see {@link DomainsApi#verify}. */
    public static final DomainState UNVERIFIED = new DomainState("unverified");
    /** Switched off by Mailgun; {@link Domain#disabled()} says why. */
    public static final DomainState DISABLED = new DomainState("disabled");
}
