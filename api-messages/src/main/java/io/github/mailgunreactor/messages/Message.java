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
 * A message of which Mailgun makes the MIME: who it is from and to, its content (text, HTML, AMP, or a template), files, and
 * options. Immutable: every method returns a changed copy, so that one can be kept, shared and varied.
 *
 * <pre>{@code
 * Message.of("Ada Lovelace <ada@example.com>")
 *         .to("bob@example.org")
 *         .subject("The engine")
 *         .text("It weaves algebraical patterns.")
 *         .attachment(Part.file(notes))
 * }</pre>
 *
 * <p>All addresses of {@code to} and {@code cc} are shown to all recipients. To write to many who shall not see each other there is
 * a batch.
 */
public final class Message {
    private final Params fields;
    private final @Nullable TemplateContent template;
    private final MessageOptions options;
    private final @Nullable SendId sendId;

    private Message(
            Params fields, @Nullable TemplateContent template, MessageOptions options, @Nullable SendId sendId) {
        this.fields = fields;
        this.template = template;
        this.options = options;
        this.sendId = sendId;
    }

    /**
     * A message from an address, of any domain, such as {@code Ada <ada@example.com>}.
     *
     * @see EmailAddress#parse
     */
    public static Message of(String from) {
        return of(EmailAddress.parse(from));
    }

    /** A message from an address, of any domain. */
    public static Message of(EmailAddress from) {
        Params fields = Params.NONE.with("from", from.headerValue());
        return new Message(fields, null, MessageOptions.none(), null);
    }

    /**
     * A message with the content of a template, and with its subject and sender, where it has them and the message does not
     * name its own. Where neither names a sender Mailgun takes {@code postmaster} of the domain.
     */
    public static Message of(TemplateContent template) {
        return new Message(Params.NONE, Objects.requireNonNull(template, "template"), MessageOptions.none(), null);
    }

    /** The sender in place of the one before. */
    public Message from(EmailAddress from) {
        return with("from", from.headerValue());
    }

    /**
     * Adds recipients, one address each.
     *
     * @see EmailAddress#parse
     */
    public Message to(String... recipients) {
        return more("to", parsed(recipients));
    }

    /** Adds recipients. */
    public Message to(EmailAddress... recipients) {
        return more("to", values(Arrays.asList(recipients)));
    }

    /** Adds recipients, each of whom sees the addresses of all. */
    public Message to(Collection<EmailAddress> recipients) {
        return more("to", values(recipients));
    }

    /** Adds recipients of a copy. */
    public Message cc(String... recipients) {
        return more("cc", parsed(recipients));
    }

    /** Adds recipients of a copy. */
    public Message cc(EmailAddress... recipients) {
        return more("cc", values(Arrays.asList(recipients)));
    }

    /** Adds recipients of a copy whom nobody sees. */
    public Message bcc(String... recipients) {
        return more("bcc", parsed(recipients));
    }

    /** Adds recipients of a copy whom nobody sees. */
    public Message bcc(EmailAddress... recipients) {
        return more("bcc", values(Arrays.asList(recipients)));
    }

    /** Where responses shall go, in place of the sender. */
    public Message replyTo(EmailAddress... addresses) {
        return with("h:Reply-To", String.join(", ", values(Arrays.asList(addresses))));
    }

    /** The subject: one line. */
    public Message subject(String subject) {
        for (int i = 0; i < subject.length(); i++) {
            if (Character.isISOControl(subject.charAt(i))) {
                throw new IllegalArgumentException(
                        "subject must not have control characters, but has one at index " + i);
            }
        }
        return with("subject", subject);
    }

    /** The content as plain text. */
    public Message text(String text) {
        return with("text", text);
    }

    /**
     * The content as HTML.
     *
     * @throws IllegalStateException if there is a template: Mailgun takes one of the two
     */
    public Message html(String html) {
        if (template != null) {
            throw new IllegalStateException("html must not be set beside a template: Mailgun takes one of the two");
        }
        return with("html", html);
    }

    /** The content as AMP, whose URLs must all be HTTPS. Mailgun puts it between text and HTML. */
    public Message ampHtml(String html) {
        return with("amp-html", html);
    }

    /**
     * The content from a template.
     *
     * @throws IllegalStateException if there is HTML: Mailgun takes one of the two
     */
    public Message template(TemplateContent template) {
        if (fields.first("html") != null) {
            throw new IllegalStateException("template must not be set beside html: Mailgun takes one of the two");
        }
        return new Message(fields, Objects.requireNonNull(template, "template"), options, sendId);
    }

    /** Adds a file. */
    public Message attachment(Part file) {
        return more("attachment", List.of(Objects.requireNonNull(file, "file")));
    }

    /** Adds a file that the HTML shows: {@code <img src="cid:logo.png">} for one with the name {@code logo.png}. */
    public Message inline(Part file) {
        return more("inline", List.of(Objects.requireNonNull(file, "file")));
    }

    /** How to send it, in place of the options before. */
    public Message options(MessageOptions options) {
        return new Message(fields, template, Objects.requireNonNull(options, "options"), sendId);
    }

    /**
     * Names this sending, so that its sender can find out what became of it even if no response arrives. One id for one
     * sending: a message that is varied for another recipient needs another id. Default: a random one for each call of
     * {@link MessagesApi}.
     */
    public Message sendId(SendId id) {
        return new Message(fields, template, options, Objects.requireNonNull(id, "id"));
    }

    /** The id that was set, or {@code null}. */
    public @Nullable SendId sendId() {
        return sendId;
    }

    /** How many recipients there are, copies included. */
    public int recipientCount() {
        return count("to") + count("cc") + count("bcc");
    }

    Message orRandomId() {
        return sendId == null ? sendId(SendId.random()) : this;
    }

    /** Tells messages of a job apart, the same in every process. */
    String key() {
        return fields.first("to") + " " + fields.first("subject");
    }

    int count(String name) {
        return fields.first(name) instanceof List<?> list ? list.size() : 0;
    }

    List<Part> files() {
        List<Part> files = new ArrayList<>();
        for (String name : List.of("attachment", "inline")) {
            if (fields.first(name) instanceof List<?> list) {
                list.forEach(file -> files.add((Part) file));
            }
        }
        return files;
    }

    Params fields() {
        return fields;
    }

    @Nullable
    TemplateContent template() {
        return template;
    }

    MessageOptions options() {
        return options;
    }

    private Message with(String name, String value) {
        return new Message(fields.with(name, value), template, options, sendId);
    }

    private Message more(String name, List<?> values) {
        if (values.isEmpty()) {
            return this;
        }
        List<Object> all = new ArrayList<>();
        if (fields.first(name) instanceof List<?> present) {
            all.addAll(present);
        }
        all.addAll(values);
        return new Message(fields.with(name, all), template, options, sendId);
    }

    static List<String> parsed(String... addresses) {
        List<String> values = new ArrayList<>(addresses.length);
        for (String address : addresses) {
            values.add(EmailAddress.parse(address).headerValue());
        }
        return values;
    }

    static List<String> values(Collection<EmailAddress> addresses) {
        List<String> values = new ArrayList<>(addresses.size());
        addresses.forEach(address -> values.add(address.headerValue()));
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message that
                && fields.equals(that.fields)
                && Objects.equals(template, that.template)
                && options.equals(that.options)
                && Objects.equals(sendId, that.sendId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields, template, options, sendId);
    }

    /** How many recipients and files there are, and the id: neither addresses nor content. */
    @Override
    public String toString() {
        return "Message[" + recipientCount() + " recipients, " + (count("attachment") + count("inline")) + " files"
                + (sendId == null ? "" : ", " + sendId) + "]";
    }
}
