package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.messages.Attachment;
import io.github.mailgunreactor.simulator.internal.messages.IncomingMail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mail from outside that comes in for an address of a domain. Immutable: every method returns a changed copy.
 *
 * <pre>{@code
 * simulator.receive(IncomingMessage.of("ann@example.org", "sales@example.com").subject("An order").text("Ten, please"));
 * }</pre>
 */
public final class IncomingMessage {
    private final IncomingMail mail;

    private IncomingMessage(IncomingMail mail) {
        this.mail = mail;
    }

    /**
     * Mail without a subject or a body.
     *
     * @param sender whom the mail server that delivers it names as the sender, without a display name
     * @param recipient whom it names as the recipient, at a domain of the account
     */
    public static IncomingMessage of(String sender, String recipient) {
        return new IncomingMessage(new IncomingMail(
                address("sender", sender), address("recipient", recipient), "", null, null, Map.of(), List.of()));
    }

    private static String address(String parameter, String text) {
        MailAddress address = MailAddress.parse(Objects.requireNonNull(text, parameter));
        if (address == null || !address.address().equals(text)) {
            throw new IllegalArgumentException(parameter + " must be an address without a display name");
        }
        return text;
    }

    public IncomingMessage subject(String subject) {
        return with(
                Objects.requireNonNull(subject, "subject"),
                mail.text(),
                mail.html(),
                mail.headers(),
                mail.attachments());
    }

    public IncomingMessage text(String text) {
        return with(
                mail.subject(), Objects.requireNonNull(text, "text"), mail.html(), mail.headers(), mail.attachments());
    }

    public IncomingMessage html(String html) {
        return with(
                mail.subject(), mail.text(), Objects.requireNonNull(html, "html"), mail.headers(), mail.attachments());
    }

    /** Adds a header, also where there is one of the same name. From is the sender and To the recipient where they are not added. */
    public IncomingMessage header(String name, String value) {
        if (!name.matches("[!-9;-~]+") || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("header must have a name of ASCII and a value of one line");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>(mail.headers());
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        headers.put(name, values);
        return with(mail.subject(), mail.text(), mail.html(), headers, mail.attachments());
    }

    /** Adds a file. */
    public IncomingMessage attachment(String fileName, String contentType, byte[] content) {
        return with(new Attachment(
                Objects.requireNonNull(fileName, "fileName"),
                Objects.requireNonNull(contentType, "contentType"),
                content.clone(),
                false,
                fileName));
    }

    /** Adds a file that the HTML shows as {@code cid:contentId}. */
    public IncomingMessage inline(String contentId, String fileName, String contentType, byte[] content) {
        return with(new Attachment(
                Objects.requireNonNull(fileName, "fileName"),
                Objects.requireNonNull(contentType, "contentType"),
                content.clone(),
                true,
                Objects.requireNonNull(contentId, "contentId")));
    }

    private IncomingMessage with(Attachment file) {
        List<Attachment> files = new ArrayList<>(mail.attachments());
        files.add(file);
        return with(mail.subject(), mail.text(), mail.html(), mail.headers(), files);
    }

    private IncomingMessage with(
            String subject,
            @Nullable String text,
            @Nullable String html,
            Map<String, List<String>> headers,
            List<Attachment> files) {
        return new IncomingMessage(
                new IncomingMail(mail.sender(), mail.recipient(), subject, text, html, headers, List.copyOf(files)));
    }

    IncomingMail mail() {
        return mail;
    }

    /** Nothing of whom it is from or what it says. */
    @Override
    public String toString() {
        return "IncomingMessage[" + mail.attachments().size() + " attachments]";
    }
}
