package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.messages.Attachment;
import io.github.mailgunreactor.simulator.internal.messages.Rendering;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message as one recipient got it, see {@link Mailbox}. */
public final class ReceivedMessage {
    private final Rendering copy;

    ReceivedMessage(Rendering copy) {
        this.copy = copy;
    }

    /** A file of a message. */
    public static final class File {
        private final Attachment attachment;

        private File(Attachment attachment) {
            this.attachment = attachment;
        }

        public String name() {
            return attachment.fileName();
        }

        public String contentType() {
            return attachment.contentType();
        }

        /** Whether it is part of the body, such as a picture, rather than beside it. */
        public boolean inline() {
            return attachment.inline();
        }

        /** By what the body names it: {@code cid:} and this. */
        public String contentId() {
            return attachment.contentId();
        }

        public byte[] content() {
            return attachment.content().clone();
        }

        /** The content as UTF-8. */
        public String text() {
            return new String(attachment.content(), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name() + " (" + attachment.content().length + " bytes)";
        }
    }

    /** Its id, without angle brackets. */
    public String id() {
        return copy.mail().id();
    }

    /** Under which key it is stored. */
    public String storageKey() {
        return copy.mail().key();
    }

    /** The domain that sent it. */
    public String domain() {
        return copy.mail().domain();
    }

    /** Whose copy this is: a plain address. */
    public String recipient() {
        return copy.recipient();
    }

    /** The header From. */
    public String from() {
        return copy.mail().content().from();
    }

    /** The header To: in a batch only the recipient, else everyone. */
    public String to() {
        return copy.to();
    }

    public String subject() {
        return copy.subject();
    }

    /** The plain text, or {@code null} if it has none. */
    public @Nullable String text() {
        return copy.text();
    }

    /** The HTML, or {@code null} if it has none. */
    public @Nullable String html() {
        return copy.html();
    }

    /** The HTML for AMP, or {@code null} if it has none. */
    public @Nullable String ampHtml() {
        return copy.ampHtml();
    }

    /** The name of its template, or {@code null}. */
    public @Nullable String template() {
        return copy.mail().content().template();
    }

    /** The headers, their names in any case. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(copy.headers());
        return headers;
    }

    /** The first value of a header, by its name in any case, or {@code null}. */
    public @Nullable String header(String name) {
        List<String> values = headers().get(name);
        return values == null ? null : values.get(0);
    }

    public List<File> attachments() {
        return copy.mail().content().attachments().stream().map(File::new).toList();
    }

    public List<String> tags() {
        return copy.mail().options().tags();
    }

    /** The user variables ({@code v:}), by name. */
    public Map<String, Object> variables() {
        return Map.copyOf(copy.variables());
    }

    /** The options as they were sent, such as {@code o:tracking} and {@code t:variables}. */
    public Map<String, List<String>> options() {
        return Map.copyOf(copy.mail().options().all());
    }

    /** When it was accepted. */
    public Instant sentAt() {
        return copy.mail().acceptedAt();
    }

    /** Of its MIME form, in bytes. */
    public long size() {
        return copy.mail().size();
    }

    /** Recipient and subject. */
    @Override
    public String toString() {
        return recipient() + ": " + subject();
    }
}
