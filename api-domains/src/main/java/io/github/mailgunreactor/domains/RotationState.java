package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How far the automatic rotation of DKIM keys is for a domain.
 *
 * @param value the state as Mailgun names it
 */
public record RotationState(String value) implements OpenValue {
    /** The domain is verified, and its keys can be rotated. */
    public static final RotationState ENABLED = new RotationState("enabled");
    /** The domain's DNS records are not verified yet. */
    public static final RotationState WAITING = new RotationState("wait_verify");
}
