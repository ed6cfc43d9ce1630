package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that came in, as a route hands it on. Everything in it is what somebody wrote to you: neither the sender nor the HTML may be
 * trusted.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http">Receiving over HTTP</a>
 */
public final class InboundMessage {
    private final FormContent content;

    InboundMessage(FormContent content) {
        this.content = content;
    }

    /**
     * A header of the message.
     *
     * @param name as it was written
     * @param value as it was written
     */
    public record Header(String name, String value) {}

    /**
     * A file that Mailgun keeps, where the route stores the message.
     *
     * @param url where it is; needs the API key
     * @param contentType its media type
     * @param name what the sender calls it
     * @param size its size in bytes
     */
    public record StoredFile(
            @Nullable String url,
            @Nullable String contentType,
            @Nullable String name,
            @Nullable Long size) {}

    /** Whom the mail server that delivered it named as the recipient. */
    public @Nullable String recipient() {
        return content.first("recipient");
    }

    /** Whom the mail server named as the sender. */
    public @Nullable String sender() {
        return content.first("sender");
    }

    /** The header From. */
    public @Nullable String from() {
        return content.first("from");
    }

    /** The header Subject. */
    public @Nullable String subject() {
        return content.first("subject");
    }

    /** The text. */
    public @Nullable String bodyPlain() {
        return content.first("body-plain");
    }

    /** The HTML, as many parts as the message has. */
    public List<String> bodyHtml() {
        return content.all("body-html");
    }

    /** The whole message as MIME, where the route's URL ends in {@code mime}. */
    public @Nullable String bodyMime() {
        return content.first("body-mime");
    }

    /** The text without quotes and signature, as far as Mailgun can tell. */
    public @Nullable String strippedText() {
        return content.first("stripped-text");
    }

    /** The HTML without quotes, as far as Mailgun can tell. */
    public @Nullable String strippedHtml() {
        return content.first("stripped-html");
    }

    /** The signature block, as far as Mailgun can tell. */
    public @Nullable String strippedSignature() {
        return content.first("stripped-signature");
    }

    /** The domain that the message came in for, where it is stored. */
    public @Nullable String domain() {
        return content.first("domain");
    }

    /** Where the message is kept, where it is stored; needs the API key. */
    public @Nullable String messageUrl() {
        return content.first("message-url");
    }

    /** All headers, in their order; empty where they cannot be read. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (Object pair : json("message-headers")) {
            if (pair instanceof List<?> nameAndValue && nameAndValue.size() == 2) {
                headers.add(new Header(String.valueOf(nameAndValue.get(0)), String.valueOf(nameAndValue.get(1))));
            }
        }
        return headers;
    }

    /** The attached files, where the message was forwarded. */
    public List<ReceivedFile> attachments() {
        return content.files();
    }

    /** The attached files, where the message is stored. */
    public List<StoredFile> storedAttachments() {
        List<StoredFile> files = new ArrayList<>();
        for (Object file : json("attachments")) {
            if (file instanceof Map<?, ?> described) {
                files.add(new StoredFile(
                        text(described.get("url")),
                        text(described.get("content-type")),
                        text(described.get("name")),
                        described.get("size") instanceof Long size ? size : null));
            }
        }
        return files;
    }

    private List<?> json(String field) {
        String text = content.first(field);
        if (text == null) {
            return List.of();
        }
        try {
            return Json.readAny(text.getBytes(StandardCharsets.UTF_8)) instanceof List<?> list ? list : List.of();
        } catch (IllegalArgumentException notJson) {
            return List.of();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /** Nothing of the message. */
    @Override
    public String toString() {
        return "InboundMessage[" + content.files().size() + " attachments]";
    }
}
