package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How links for tracking start.
 *
 * @param value the scheme as it stands in URLs
 */
public record WebScheme(String value) implements OpenValue {
    /** Without encryption. */
    public static final WebScheme HTTP = new WebScheme("http");
    /** With TLS; the tracking host needs a certificate, see {@link DomainTrackingApi#generateCertificate}. */
    public static final WebScheme HTTPS = new WebScheme("https");
}
