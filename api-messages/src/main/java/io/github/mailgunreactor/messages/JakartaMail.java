package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Part;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.scheduler.Scheduler;

/**
 * Messages of Jakarta Mail as MIME to send. It needs {@code jakarta.mail:jakarta.mail-api} on the class path, which this library
 * does not bring, and no mail server: Mailgun delivers.
 */
public final class JakartaMail {
    private JakartaMail() {}

    /**
     * A message to all its recipients, {@code Bcc} included, whom the MIME that is sent does not name. It is written while it is sent,
     * so that memory does not grow with it; leave it alone until then.
     *
     * @param message with at least one recipient
     * @param blocking where it is written: Jakarta Mail blocks while it does that, so not the event loop's threads.
     *     {@code Schedulers.boundedElastic()} is made for it
     * @throws IllegalArgumentException if its recipients cannot be read
     */
    public static MimeMail of(MimeMessage message, Scheduler blocking) {
        Objects.requireNonNull(blocking, "blocking");
        Part mime = Part.publisher(
                "message.eml",
                () -> new BlockingContent(out -> message.writeTo(out, new String[] {"Bcc"}), blocking).content());
        return MimeMail.of(mime.contentType("message/rfc822")).to(recipients(message));
    }

    private static List<EmailAddress> recipients(MimeMessage message) {
        List<EmailAddress> recipients = new ArrayList<>();
        try {
            Address[] all = message.getAllRecipients();
            for (Address address : all == null ? new Address[0] : all) {
                add(recipients, address);
            }
        } catch (MessagingException unreadable) {
            throw new IllegalArgumentException("recipients of the message must be readable", unreadable);
        }
        return recipients;
    }

    private static void add(List<EmailAddress> recipients, Address address) throws MessagingException {
        if (!(address instanceof InternetAddress internet)) {
            throw new IllegalArgumentException("recipients of the message must be internet addresses");
        }
        InternetAddress[] group = internet.isGroup() ? internet.getGroup(/* strict= */ true) : null;
        if (group == null) {
            recipients.add(new EmailAddress(internet.getAddress(), internet.getPersonal()));
            return;
        }
        for (InternetAddress member : group) {
            recipients.add(new EmailAddress(member.getAddress(), member.getPersonal()));
        }
    }
}
