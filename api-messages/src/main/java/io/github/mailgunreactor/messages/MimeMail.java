package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that is MIME already, and whom to deliver it to. Immutable: every method returns a changed copy.
 *
 * <p>It goes to the recipients named here and to no other: what the MIME has as {@code To}, {@code Cc} and {@code Bcc} is
 * only shown. So whoever is to get a copy must be named here too.
 */
public final class MimeMail {
    private final Part mime;
    private final List<Recipient> recipients;
    private final boolean separate;
    private final @Nullable TemplateContent template;
    private final MessageOptions options;
    private final @Nullable SendId sendId;

    private MimeMail(
            Part mime,
            List<Recipient> recipients,
            boolean separate,
            @Nullable TemplateContent template,
            MessageOptions options,
            @Nullable SendId sendId) {
        this.mime = mime;
        this.recipients = recipients;
        this.separate = separate;
        this.template = template;
        this.options = options;
        this.sendId = sendId;
    }

    /**
     * A message from its MIME: from memory, a file or a publisher.
     *
     * @param mime headers and body as of RFC 5322; its file name does not matter
     */
    public static MimeMail of(Part mime) {
        return new MimeMail(Objects.requireNonNull(mime, "mime"), List.of(), false, null, MessageOptions.none(), null);
    }

    /** A message from its MIME in memory, which is not copied. */
    public static MimeMail of(byte[] mime) {
        return of(Part.bytes("message.eml", mime).contentType("message/rfc822"));
    }

    /**
     * Adds recipients, one address each.
     *
     * @see EmailAddress#parse
     */
    public MimeMail to(String... recipients) {
        return to(Arrays.stream(recipients).map(EmailAddress::parse).toList());
    }

    /** Adds recipients. */
    public MimeMail to(EmailAddress... recipients) {
        return to(Arrays.asList(recipients));
    }

    /** Adds recipients. */
    public MimeMail to(Collection<EmailAddress> recipients) {
        return more(recipients.stream().map(Recipient::of).toList(), separate);
    }

    /**
     * Adds recipients with variables, and sends each recipient a copy of their own: as {@link Batch} does it for a message that
     * is no MIME.
     *
     * @param recipients no address twice
     */
    public MimeMail toEach(Collection<Recipient> recipients) {
        return more(recipients, true);
    }

    /** A template that Mailgun renders in place of the HTML part, which the MIME must have. */
    public MimeMail template(TemplateContent template) {
        return new MimeMail(mime, recipients, separate, Objects.requireNonNull(template, "template"), options, sendId);
    }

    /** How to send it, in place of the options before. */
    public MimeMail options(MessageOptions options) {
        return new MimeMail(mime, recipients, separate, template, Objects.requireNonNull(options, "options"), sendId);
    }

    /**
     * Names this sending.
     *
     * @see Message#sendId(SendId)
     */
    public MimeMail sendId(SendId id) {
        return new MimeMail(mime, recipients, separate, template, options, Objects.requireNonNull(id, "id"));
    }

    /** The id that was set, or {@code null}. */
    public @Nullable SendId sendId() {
        return sendId;
    }

    /** How many recipients there are. */
    public int recipientCount() {
        return recipients.size();
    }

    MimeMail orRandomId() {
        return sendId == null ? sendId(SendId.random()) : this;
    }

    Part mime() {
        return mime;
    }

    Params fields() {
        if (separate) {
            return Batch.fields(recipients).and(Params.NONE.with("message", mime));
        }
        List<String> addresses = new ArrayList<>(recipients.size());
        recipients.forEach(recipient -> addresses.add(recipient.address().headerValue()));
        return Params.NONE.with("to", addresses).with("message", mime);
    }

    @Nullable
    TemplateContent template() {
        return template;
    }

    MessageOptions options() {
        return options;
    }

    private MimeMail more(Collection<Recipient> others, boolean eachSeparate) {
        List<Recipient> all = new ArrayList<>(recipients);
        all.addAll(others);
        return new MimeMail(mime, List.copyOf(all), eachSeparate, template, options, sendId);
    }

    /** How many recipients there are, and the id: neither addresses nor content. */
    @Override
    public String toString() {
        return "MimeMail[" + recipients.size() + " recipients" + (sendId == null ? "" : ", " + sendId) + "]";
    }
}
