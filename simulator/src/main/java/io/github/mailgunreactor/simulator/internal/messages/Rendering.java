package io.github.mailgunreactor.simulator.internal.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipient's copy of a message: what it says after everything that differs for each recipient was put in. */
public record Rendering(
        Mail mail,
        String recipient,
        String to,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String ampHtml,
        Map<String, List<String>> headers,
        Map<String, Object> variables) {

    public static Rendering of(MailStore.Copy copy, String baseUrl) {
        Mail mail = copy.mail();
        Placeholders placeholders = new Placeholders(mail, copy.recipient(), baseUrl);
        Mail.Content content = mail.content();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (List<String> header : MimeWriter.allHeaders(mail)) {
            headers.computeIfAbsent(header.get(0), name -> new ArrayList<>(1))
                    .add(placeholders.replacedIn(header.get(1)));
        }
        // MIME says itself whom it names: who got a blind copy is in none of the copies.
        boolean asWritten = content.mime() != null && mail.recipients().variables() == null;
        if (!asWritten) {
            headers.computeIfPresent("To", (name, all) -> List.of(mail.to(copy.recipient())));
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        mail.options()
                .variables()
                .forEach((name, value) -> variables.put(name, placeholders.replacedIn((String) value)));
        return new Rendering(
                mail,
                copy.recipient().address(),
                asWritten ? String.join(", ", headers.getOrDefault("To", List.of())) : mail.to(copy.recipient()),
                placeholders.replacedIn(content.subject()),
                replaced(placeholders, content.text()),
                replaced(placeholders, content.html()),
                replaced(placeholders, content.ampHtml()),
                headers,
                variables);
    }

    /** Only the subject, which costs little where the bodies are large. */
    public static String subject(Mail mail, MailAddress recipient) {
        return new Placeholders(mail, recipient, "").replacedIn(mail.content().subject());
    }

    private static @Nullable String replaced(Placeholders placeholders, @Nullable String text) {
        return text == null ? null : placeholders.replacedIn(text);
    }
}
