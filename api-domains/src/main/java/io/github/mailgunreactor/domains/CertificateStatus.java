package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How far the TLS certificate of a tracking host is.
 *
 * @param value the status as Mailgun names it
 */
public record CertificateStatus(String value) implements OpenValue {
    /** It is being generated. */
    public static final CertificateStatus PROCESSING = new CertificateStatus("processing");
    /** It is in use. */
    public static final CertificateStatus ACTIVE = new CertificateStatus("active");
    /** Its time is over; see {@link DomainTrackingApi#regenerateCertificate}. */
    public static final CertificateStatus EXPIRED = new CertificateStatus("expired");
    /** It could not be generated; {@link TrackingCertificate#error()} says why. */
    public static final CertificateStatus ERROR = new CertificateStatus("error");
}
