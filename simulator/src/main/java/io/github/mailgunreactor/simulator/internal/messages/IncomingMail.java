package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mail that comes in from outside for one recipient.
 *
 * @param sender whom the mail server that delivers it names as the sender
 * @param recipient whom it names as the recipient
 * @param headers besides Subject; From is the sender where it is not among them
 */
public record IncomingMail(
        String sender,
        String recipient,
        String subject,
        @Nullable String text,
        @Nullable String html,
        Map<String, List<String>> headers,
        List<Attachment> attachments) {

    /** Of which nothing is known but its recipient. */
    public static IncomingMail to(String recipient) {
        return new IncomingMail("", recipient, "", null, null, Map.of(), List.of());
    }

    /** The values of a header, by its name in any case. */
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        if (name.equalsIgnoreCase("Subject")) {
            values.add(subject);
        } else if (name.equalsIgnoreCase("To") && !has("To")) {
            values.add(recipient);
        } else if (name.equalsIgnoreCase("From") && !has("From")) {
            values.add(sender);
        }
        headers.forEach((header, all) -> {
            if (header.equalsIgnoreCase(name)) {
                values.addAll(all);
            }
        });
        return values;
    }

    private boolean has(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The header From. */
    public String from() {
        return headers("From").get(0);
    }

    public String domain() {
        return recipient.substring(recipient.lastIndexOf('@') + 1);
    }

    /** The mail as a message of the domain that it came in for, to others than its recipient where they are given. */
    public Mail mail(SimulatorState state, String account, String region, List<String> to) {
        Map<String, List<String>> others = new LinkedHashMap<>(headers);
        others.keySet().removeIf(name -> List.of("from", "to", "subject").contains(name.toLowerCase(Locale.ROOT)));
        others.put("X-Envelope-From", List.of("<" + sender + ">"));
        others.put("X-Mailgun-Incoming", List.of("Yes"));
        List<MailAddress> recipients =
                to.stream().map(address -> MailAddress.of("", address)).toList();
        Mail mail = new Mail(
                "Aw" + state.randomHex(32),
                MessageIds.next(state, state.now()) + "@" + sender.substring(sender.lastIndexOf('@') + 1),
                account,
                region,
                domain(),
                state.now(),
                new Mail.Recipients(recipients, List.of(), List.of(), null),
                new Mail.Content(from(), subject, text, html, null, null, others, attachments, null),
                new Mail.Options(List.of(), Map.of(), false, null, Map.of()),
                0);
        return mail.withSize(MimeWriter.size(mail));
    }
}
