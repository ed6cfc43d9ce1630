package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Tells what Mailgun signed from what somebody else sent. It takes the bytes of a body and gives a sealed {@link Verification}; it never
 * throws for what was received. Immutable: every method returns a changed copy. One serves a whole application.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(Secret.of("the HTTP signing key"));
 * if (verifier.verify(contentType, body) instanceof EventDelivery delivery) {
 *     delivery.event()...
 * }
 * }</pre>
 *
 * <p>It does not know a delivery that it saw before: that is for the {@link ReplayGuard} of a {@link WebhookReceiver}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">Securing webhooks</a>
 */
public final class WebhookVerifier {
    private static final Duration DEFAULT_MAX_AGE = Duration.ofHours(12);
    private static final Duration DEFAULT_MAX_AHEAD = Duration.ofMinutes(5);
    private static final int DEFAULT_MAX_BYTES = 32 * 1024 * 1024;
    static final List<String> SIGNED_FIELDS = List.of("timestamp", "token", "signature");

    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_TIMESTAMP = 15;

    private final List<Mac> keys;
    private final List<Mac> alertKeys;
    private final Duration maxAge;
    private final Duration maxAhead;
    private final int maxBytes;
    private final Clock clock;

    private WebhookVerifier(
            List<Mac> keys, List<Mac> alertKeys, Duration maxAge, Duration maxAhead, int maxBytes, Clock clock) {
        this.keys = keys;
        this.alertKeys = alertKeys;
        this.maxAge = maxAge;
        this.maxAhead = maxAhead;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * A verifier with the HTTP signing keys of an account; none of them is an API key.
     *
     * @param signingKeys one or more: while a key is being replaced, deliveries with the one before still come
     */
    public static WebhookVerifier of(Secret... signingKeys) {
        return new WebhookVerifier(
                macs("signingKeys", signingKeys),
                List.of(),
                DEFAULT_MAX_AGE,
                DEFAULT_MAX_AHEAD,
                DEFAULT_MAX_BYTES,
                Clock.systemUTC());
    }

    /**
     * Takes alerts too, which are signed with a key of their own.
     *
     * @param signingKeys one or more signing keys of the alert settings
     */
    public WebhookVerifier alertKeys(Secret... signingKeys) {
        return new WebhookVerifier(keys, macs("signingKeys", signingKeys), maxAge, maxAhead, maxBytes, clock);
    }

    /**
     * How old a delivery may be. Mailgun tries for eight hours, with the timestamp of the first attempt: what is shorter loses
     * deliveries.
     *
     * @param age 1 minute to 30 days; default 12 hours
     */
    public WebhookVerifier maxAge(Duration age) {
        Arguments.requireRange("age", age, Duration.ofMinutes(1), Duration.ofDays(30));
        return new WebhookVerifier(keys, alertKeys, age, maxAhead, maxBytes, clock);
    }

    /**
     * How far ahead of our clock a delivery may be dated.
     *
     * @param ahead zero to 1 hour; default 5 minutes
     */
    public WebhookVerifier maxAhead(Duration ahead) {
        Arguments.requireRange("ahead", ahead, Duration.ZERO, Duration.ofHours(1));
        return new WebhookVerifier(keys, alertKeys, maxAge, ahead, maxBytes, clock);
    }

    /**
     * How many bytes a body may have.
     *
     * @param bytes 1 KB to 256 MB; default 32 MB, for a message of Mailgun's largest size
     */
    public WebhookVerifier maxBytes(int bytes) {
        Arguments.requireRange("bytes", bytes, 1024, 256 * 1024 * 1024);
        return new WebhookVerifier(keys, alertKeys, maxAge, maxAhead, bytes, clock);
    }

    /** How many bytes a body may have. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Gives the time: for tests. Default: the system's. */
    public WebhookVerifier clock(Clock clock) {
        return new WebhookVerifier(keys, alertKeys, maxAge, maxAhead, maxBytes, Objects.requireNonNull(clock, "clock"));
    }

    private static List<Mac> macs(String parameter, Secret... keys) {
        return Arguments.requireOneOrMore(parameter, keys).stream()
                .map(WebhookSignature::mac)
                .toList();
    }

    /**
     * Verifies the body of a webhook, or of a route's call.
     *
     * @param contentType the header {@code Content-Type}, or {@code null} where there is none: then a body that begins with a brace
     *     is taken for JSON
     * @param body as it was received; it is not kept, unless the result is an {@link UnknownDelivery}
     */
    public Verification verify(@Nullable String contentType, byte[] body) {
        if (body.length > maxBytes) {
            return refused(RefusedDelivery.Reason.TOO_LARGE);
        }
        try {
            return switch (form(contentType, body)) {
                case JSON -> verifyJson(body);
                case URLENCODED -> verifyForm(FormReader.urlencoded(body));
                case MULTIPART -> verifyForm(FormReader.multipart(body, Objects.requireNonNullElse(contentType, "")));
                case NEITHER -> refused(RefusedDelivery.Reason.UNREADABLE);
            };
        } catch (IllegalArgumentException unreadable) {
            return refused(RefusedDelivery.Reason.UNREADABLE);
        }
    }

    /**
     * Verifies the body of an alert, whose signature covers the whole of it.
     *
     * @param sign the header {@code X-Sign}
     * @param body as it was received
     */
    public Verification verifyAlert(@Nullable String sign, byte[] body) {
        if (body.length > maxBytes) {
            return refused(RefusedDelivery.Reason.TOO_LARGE);
        }
        if (sign == null || sign.isEmpty()) {
            return refused(RefusedDelivery.Reason.UNSIGNED);
        }
        String digits = sign.strip();
        if (alertKeys.stream().noneMatch(key -> WebhookSignature.matches(WebhookSignature.digest(key, body), digits))) {
            return refused(RefusedDelivery.Reason.WRONG_SIGNATURE);
        }
        try {
            AlertBody alert = Json.read(body, AlertBody.class);
            Instant signedAt =
                    alert.signature() == null ? null : time(alert.signature().timestamp());
            if (signedAt == null) {
                return refused(RefusedDelivery.Reason.UNSIGNED);
            }
            RefusedDelivery outside = outsideWindow(signedAt);
            if (outside != null) {
                return outside;
            }
            Proof proof = new Proof(digits.toLowerCase(Locale.ROOT), signedAt);
            return alert.alert() == null
                    ? new UnknownDelivery(proof, body.clone())
                    : new AlertDelivery(proof, alert.alert());
        } catch (IllegalArgumentException unreadable) {
            return refused(RefusedDelivery.Reason.UNREADABLE);
        }
    }

    private Verification verifyJson(byte[] body) {
        // The signature alone first: nothing else of a body is made into objects before it is known to be signed.
        SignedJson signed = SignedJson.in(body);
        WebhookSignature signature = signed.signature();
        if (signature == null) {
            signature = Json.read(body, SignedBody.class).signature();
        }
        Checked checked = signature == null ? Checked.UNSIGNED : check(signature);
        if (checked.proof == null) {
            return refused(checked.refusal);
        }
        if (!signed.isUnambiguous()) {
            return refused(RefusedDelivery.Reason.UNSIGNED);
        }
        Event event = event(body);
        return event == null
                ? new UnknownDelivery(checked.proof, body.clone())
                : new EventDelivery(checked.proof, event);
    }

    /**
     * The event of a body, or {@code null} where it is of another shape.
     *
     * @throws IllegalArgumentException if the body is not JSON
     */
    private static @Nullable Event event(byte[] body) {
        try {
            return Json.read(body, EventBody.class).event();
        } catch (IllegalArgumentException notAnEvent) {
            Json.readAny(body);
            return null;
        }
    }

    Verification verifyForm(FormContent content) {
        for (String name : SIGNED_FIELDS) {
            if (content.all(name).size() != 1) {
                return refused(RefusedDelivery.Reason.UNSIGNED);
            }
        }
        Checked checked = check(new WebhookSignature(
                content.first("timestamp"),
                content.first("token"),
                content.first("signature"),
                content.first("parent-signature")));
        return checked.proof == null ? refused(checked.refusal) : new FormDelivery(checked.proof, content);
    }

    private Checked check(WebhookSignature signature) {
        String timestamp = signature.timestamp();
        String token = signature.token();
        Instant signedAt = time(timestamp);
        if (timestamp == null
                || signedAt == null
                || token == null
                || token.isEmpty()
                || token.length() > LONGEST_TOKEN) {
            return Checked.UNSIGNED;
        }
        if (signature.signature() == null && signature.parentSignature() == null) {
            return Checked.UNSIGNED;
        }
        if (!isSigned((timestamp + token).getBytes(StandardCharsets.UTF_8), signature)) {
            return new Checked(null, RefusedDelivery.Reason.WRONG_SIGNATURE);
        }
        RefusedDelivery outside = outsideWindow(signedAt);
        return outside == null
                ? new Checked(new Proof(token, signedAt), RefusedDelivery.Reason.UNSIGNED)
                : new Checked(null, outside.reason());
    }

    private boolean isSigned(byte[] content, WebhookSignature signature) {
        for (Mac key : keys) {
            byte[] digest = WebhookSignature.digest(key, content);
            if (WebhookSignature.matches(digest, signature.signature())
                    || WebhookSignature.matches(digest, signature.parentSignature())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable RefusedDelivery outsideWindow(Instant signedAt) {
        Instant now = clock.instant();
        if (signedAt.isBefore(now.minus(maxAge))) {
            return refused(RefusedDelivery.Reason.TOO_OLD);
        }
        return signedAt.isAfter(now.plus(maxAhead)) ? refused(RefusedDelivery.Reason.IN_THE_FUTURE) : null;
    }

    /** Digits as they were received, for these are what is signed; anything else is no timestamp. */
    private static @Nullable Instant time(@Nullable String digits) {
        if (digits == null || digits.isEmpty() || digits.length() > LONGEST_TIMESTAMP) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(digits));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    /** How long a token has to be remembered, so that a repetition is known while it would be accepted. */
    Duration window() {
        return maxAge.plus(maxAhead);
    }

    private static RefusedDelivery refused(RefusedDelivery.Reason reason) {
        return new RefusedDelivery(reason);
    }

    /** Whether a body is a form that may have files. */
    static boolean mayHaveFiles(@Nullable String contentType) {
        return contentType != null && form(contentType, new byte[0]) == BodyForm.MULTIPART;
    }

    private static BodyForm form(@Nullable String contentType, byte[] body) {
        if (contentType == null) {
            return body.length > 0 && body[0] == '{' ? BodyForm.JSON : BodyForm.NEITHER;
        }
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json", "text/json" -> BodyForm.JSON;
            case "application/x-www-form-urlencoded" -> BodyForm.URLENCODED;
            case "multipart/form-data" -> BodyForm.MULTIPART;
            default -> BodyForm.NEITHER;
        };
    }

    private enum BodyForm {
        JSON,
        URLENCODED,
        MULTIPART,
        NEITHER
    }

    /** A proof, or why there is none. */
    private record Checked(@Nullable Proof proof, RefusedDelivery.Reason refusal) {
        static final Checked UNSIGNED = new Checked(null, RefusedDelivery.Reason.UNSIGNED);
    }

    record SignedBody(@Nullable WebhookSignature signature) {}

    record EventBody(@JsonProperty("event-data") @Nullable Event event) {}

    record AlertBody(
            @Nullable WebhookSignature signature,
            @JsonProperty("event_data") @Nullable WebhookAlert alert) {}
}
