package io.github.mailgunreactor.domains;

import org.jspecify.annotations.Nullable;

/**
 * Mailgun's confirmation that it generates a certificate.
 *
 * @param message Mailgun's words
 * @param location the path that tells how far it is; {@link DomainTrackingApi#getCertificate} asks there
 */
public record StartedCertificate(
        @Nullable String message, @Nullable String location) {}
