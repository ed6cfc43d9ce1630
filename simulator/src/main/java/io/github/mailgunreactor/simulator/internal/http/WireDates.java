package io.github.mailgunreactor.simulator.internal.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the live API writes them: in a format that depends on the operation. */
public final class WireDates {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss ", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private WireDates() {}

    /** {@code Mon, 24 Feb 2025 22:44:03 GMT}, as of domains. */
    public static String gmt(Instant time) {
        return RFC_2822.format(time) + "GMT";
    }

    /** {@code Mon, 24 Feb 2025 22:44:03 UTC}, as of suppressions and templates. */
    public static String utc(Instant time) {
        return RFC_2822.format(time) + "UTC";
    }

    /** {@code Mon, 24 Feb 2025 22:44:03 +0000}, as of SMTP users. */
    public static String offset(Instant time) {
        return RFC_2822.format(time) + "+0000";
    }
}
