package io.github.mailgunreactor.domains;

import org.jspecify.annotations.Nullable;

/**
 * The TLS certificate of a tracking host.
 *
 * @param status how far it is
 * @param error what is wrong, or what it is waiting for
 * @param certificate the X.509 certificate in PEM, once there is one
 */
public record TrackingCertificate(
        @Nullable CertificateStatus status,
        @Nullable String error,
        @Nullable String certificate) {}
