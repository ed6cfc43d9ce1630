package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a message is sent, whether it comes in parts or as MIME. Each option stands above the setting of the domain. Immutable:
 * every method returns a changed copy, so that one set can serve many messages.
 *
 * <pre>{@code
 * MessageOptions.none().tag("welcome").trackOpens(false).deliverAt(tomorrow)
 * }</pre>
 *
 * <p>Options, headers and variables of a message, those of its template included, may have 16 KB together.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/pass-sending-options">Sending options</a>
 */
public final class MessageOptions {
    private static final MessageOptions NONE = new MessageOptions(Params.NONE);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
    private static final int LONGEST_TAG = 128;

    private final Params params;
    private int bytes = -1;

    private MessageOptions(Params params) {
        this.params = params;
    }

    /** No options: everything as the domain's settings have it. */
    public static MessageOptions none() {
        return NONE;
    }

    /**
     * Adds a tag, by which statistics can be told apart. Mailgun takes 10 for a message (3 by its former manual), ignores
     * case, and drops those beyond an account's limit without an error.
     *
     * @param tag visible ASCII and spaces, at most 128 characters
     */
    public MessageOptions tag(String tag) {
        Arguments.requireText("tag", tag);
        Arguments.requireRange("length of tag", tag.length(), 1, LONGEST_TAG);
        return and("o:tag", requireAscii("tag", tag));
    }

    /** Whether to sign with DKIM. */
    public MessageOptions dkim(boolean sign) {
        return with("o:dkim", yesOrNo(sign));
    }

    /**
     * Signs with the key of a second domain too.
     *
     * @param signingDomain the domain of the key, which must be active
     * @param selector the selector of the key
     */
    public MessageOptions secondaryDkim(String signingDomain, String selector) {
        return with("o:secondary-dkim", dkimKey(signingDomain, selector));
    }

    /**
     * Signs with the key of a second domain too, and names it by an alias that the message shows. Mailgun looks up the alias
     * before it signs.
     *
     * @param signingDomain the domain of the key
     * @param selector the selector of the key
     * @param publicDomain the domain that the signature names
     * @param publicSelector the selector that the signature names
     */
    public MessageOptions secondaryDkim(
            String signingDomain, String selector, String publicDomain, String publicSelector) {
        return secondaryDkim(signingDomain, selector)
                .with("o:secondary-dkim-public", dkimKey(publicDomain, publicSelector));
    }

    /**
     * When to deliver. The plan, or the domain's {@code message_ttl}, says how far ahead that may be: 3 days or 7.
     */
    public MessageOptions deliverAt(Instant time) {
        return new MessageOptions(params.with("o:deliverytime", Objects.requireNonNull(time, "time")));
    }

    /**
     * How long Mailgun may try to deliver, counted from the time of delivery. A short window has room for few attempts.
     *
     * @param window 5 minutes to 24 hours, in whole minutes
     */
    public MessageOptions deliverWithin(Duration window) {
        Arguments.requireRange("window", window, SHORTEST_WINDOW, LONGEST_WINDOW);
        if (window.toSecondsPart() != 0 || window.toNanosPart() != 0) {
            throw new IllegalArgumentException("window must be whole minutes, but is " + window);
        }
        String hours = window.toHours() == 0 ? "" : window.toHours() + "h";
        String minutes = window.toMinutesPart() == 0 ? "" : window.toMinutesPart() + "m";
        return with("o:deliver-within", hours + minutes);
    }

    /**
     * Lets Mailgun choose for each recipient when in a period to deliver, by when they read before. Not on every plan; who never
     * read is sent to at once.
     *
     * @param period 24 to 72 hours, in whole hours
     */
    public MessageOptions optimizeDeliveryTime(Duration period) {
        Arguments.requireRange("period", period, Duration.ofHours(24), Duration.ofHours(72));
        if (!period.equals(Duration.ofHours(period.toHours()))) {
            throw new IllegalArgumentException("period must be whole hours, but is " + period);
        }
        return with("o:deliverytime-optimize-period", period.toHours() + "h");
    }

    /**
     * Delivers at a time of day where the recipient is, as far as Mailgun knows it from earlier clicks; to others at once. Not on
     * every plan.
     *
     * @param time of day, in whole minutes
     */
    public MessageOptions deliverAtLocalTime(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException("time must be whole minutes, but is " + time);
        }
        return with(
                "o:time-zone-localize",
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time));
    }

    /** Has Mailgun take, count and bill the message, and tell events of it, but not deliver it. */
    public MessageOptions testMode() {
        return with("o:testmode", "yes");
    }

    /** Whether to track opens and clicks. */
    public MessageOptions tracking(TrackingMode mode) {
        return with("o:tracking", mode("tracking", mode));
    }

    /** Whether to track clicks. */
    public MessageOptions trackClicks(TrackingMode mode) {
        return with("o:tracking-clicks", mode("trackClicks", mode));
    }

    /** Whether to track opens. */
    public MessageOptions trackOpens(boolean track) {
        return with("o:tracking-opens", yesOrNo(track));
    }

    /** Whether the picture that tells of opens stands at the top, where long messages are not cut off. */
    public MessageOptions trackingPixelAtTop(TrackingMode mode) {
        return with("o:tracking-pixel-location-top", mode("trackingPixelAtTop", mode));
    }

    /** Whether to deliver over TLS or not at all. Default: TLS where the receiving server has it. */
    public MessageOptions requireTls(boolean require) {
        return with("o:require-tls", yesOrNo(require));
    }

    /** Whether to take any certificate of the receiving server. Default: {@code false}. */
    public MessageOptions skipVerification(boolean skip) {
        return with("o:skip-verification", yesOrNo(skip));
    }

    /** The address to send from, one of the account's. */
    public MessageOptions sendingIp(String ip) {
        return with("o:sending-ip", Arguments.requireText("ip", ip));
    }

    /** The pool to take the sending address from, by its id. */
    public MessageOptions sendingIpPool(String poolId) {
        return with("o:sending-ip-pool", Arguments.requireText("poolId", poolId));
    }

    /**
     * Has Mailgun POST a copy of each delivered message, as {@code application/mime}, to a URL. Each copy is billed as a
     * delivered message.
     */
    public MessageOptions archiveTo(URI url) {
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url must have a host");
        }
        return with("o:archive-to", url.toString());
    }

    /**
     * Removes headers that Mailgun adds from the delivered message. Without {@code X-Mailgun-Sid} it cannot tell to which
     * message a complaint belongs.
     *
     * @param names such as {@code X-Mailgun-Variables}
     */
    public MessageOptions suppressHeaders(String... names) {
        Arguments.requireRange("number of names", names.length, 1, 100);
        for (String name : names) {
            requireHeaderName(name);
        }
        return with("o:suppress-headers", String.join(",", names));
    }

    /** Removes all {@code X-Mailgun-} headers from the delivered message, which ends the handling of complaints. */
    public MessageOptions suppressAllHeaders() {
        return with("o:suppress-headers", "all");
    }

    /**
     * Adds a header to the message; a name may be added several times.
     *
     * @param name ASCII letters, digits and other visible characters but the colon
     * @param value no control characters, so that it cannot add a header of its own
     */
    public MessageOptions header(String name, String value) {
        requireHeaderName(name);
        Objects.requireNonNull(value, "value");
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) && value.charAt(i) != '\t') {
                throw new IllegalArgumentException(
                        "header " + name + " must not have control characters, but has one at index " + i);
            }
        }
        return and("h:" + name, value);
    }

    /**
     * Attaches data to the message: they come back in events, logs and webhooks (at most 4 KB of them), and fill the variables of a
     * template that {@link TemplateContent#variables} does not. The recipient can read them in the header
     * {@code X-Mailgun-Variables}: nothing secret belongs here.
     *
     * @param name any but {@value SendId#VARIABLE}
     * @param value a text, number or boolean, which comes back as text; or a map, list or record, which travels as JSON
     */
    public MessageOptions variable(String name, Object value) {
        Arguments.requireText("name", name);
        if (name.equals(SendId.VARIABLE)) {
            throw new IllegalArgumentException("variable must not be " + name + ": the sendId is set by itself");
        }
        return with("v:" + name, FieldText.of("variable " + name, value));
    }

    /**
     * Sets an option that Mailgun has and this library does not know yet.
     *
     * @param name with its prefix, such as {@code o:new-option}
     * @throws IllegalArgumentException if it has no such prefix, or is {@code o:testmode} with another value than {@code yes}:
     *     Mailgun has no other way to switch test mode off than to leave it out
     */
    public MessageOptions option(String name, String value) {
        if (!name.startsWith("o:") || name.length() < 3) {
            throw new IllegalArgumentException("option must start with o:");
        }
        if (name.equalsIgnoreCase("o:testmode") && !value.equals("yes")) {
            throw new IllegalArgumentException("option o:testmode must be yes or left out");
        }
        return with(name, value);
    }

    private MessageOptions with(String name, String value) {
        return new MessageOptions(params.with(name, value));
    }

    /** Adds one more value, all of a name in one list, so that later ones do not move between others. */
    private MessageOptions and(String name, String value) {
        List<Object> values = new ArrayList<>();
        if (params.first(name) instanceof List<?> present) {
            values.addAll(present);
        }
        values.add(value);
        return new MessageOptions(params.with(name, values));
    }

    private static String dkimKey(String signingDomain, String selector) {
        return Arguments.requireText("signingDomain", signingDomain)
                + '/'
                + Arguments.requireText("selector", selector);
    }

    private static String mode(String parameter, TrackingMode mode) {
        return Arguments.requireText(
                parameter, Objects.requireNonNull(mode, "mode").value());
    }

    private static String yesOrNo(boolean on) {
        return on ? "yes" : "no";
    }

    private static void requireHeaderName(String name) {
        Arguments.requireText("header name", name);
        requireAscii("header name", name);
        if (name.indexOf(':') >= 0 || name.indexOf(' ') >= 0 || name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("header name must not have a colon, comma or space");
        }
    }

    private static String requireAscii(String parameter, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        parameter + " must be visible ASCII, but has another character at index " + i);
            }
        }
        return text;
    }

    Params params() {
        return params;
    }

    /** What counts for Mailgun's limit. Two threads that count at the same time come to the same. */
    int bytes() {
        if (bytes < 0) {
            bytes = FieldText.bytes(params);
        }
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageOptions that && params.equals(that.params);
    }

    @Override
    public int hashCode() {
        return params.hashCode();
    }

    /** The names of the options that are set, without their values: variables and headers may be personal. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        params.forEach((name, value) -> names.add(name));
        return "MessageOptions" + names;
    }
}
