package io.github.mailgunreactor.simulator.internal.messages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what belongs to one recipient in the place of {@code %recipient.name%}, {@code %unsubscribe_url%} and the like. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("%([a-z_]+)(?:\\.([^%\\s]+))?%");

    private final Mail mail;
    private final MailAddress recipient;
    private final String unsubscribeUrl;
    private final Map<String, Object> variables;

    /** The values for a recipient of a message; links lead to a base URL of the simulator. */
    Placeholders(Mail mail, MailAddress recipient, String baseUrl) {
        this.mail = mail;
        this.recipient = recipient;
        this.unsubscribeUrl = baseUrl + "/_simulator/unsubscribe/" + mail.key() + "/" + recipientNumber();
        Map<String, Map<String, Object>> all = mail.recipients().variables();
        this.variables = all == null ? Map.of() : all.getOrDefault(recipient.key(), Map.of());
    }

    private int recipientNumber() {
        return mail.recipients().all().indexOf(recipient);
    }

    /** The text with its placeholders replaced; those that nothing is known of stay. */
    String replacedIn(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), matcher.group(2));
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(replaced).toString();
    }

    private @Nullable String value(String name, @Nullable String key) {
        if (key != null) {
            Object value = name.equals("recipient") ? variables.get(key) : null;
            return value == null ? null : String.valueOf(value);
        }
        return switch (name) {
            case "recipient" -> recipient.text();
            case "recipient_email" -> recipient.address();
            case "recipient_name" -> recipient.name();
            case "recipient_fname" -> recipient.firstName();
            case "recipient_lname" -> recipient.lastName();
            case "unsubscribe_url" -> unsubscribeUrl;
            case "tag_unsubscribe_url" -> unsubscribeUrl + "?tags=yes";
            case "mailing_list_unsubscribe_url" ->
                mail.recipients().list() == null ? null : unsubscribeUrl + "?list=yes";
            case "unsubscribe_email" -> "mailto:unsubscribe+" + mail.key() + "@" + mail.domain();
            default -> null;
        };
    }
}
