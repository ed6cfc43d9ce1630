package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that Mailgun keeps, taken apart. Which fields there are depends on the message.
 *
 * @param sender the address of the envelope's sender
 * @param recipients the addresses that it went to, separated by commas
 * @param from the sender, as Mailgun tells it beside the headers
 * @param subject the subject, as Mailgun tells it beside the headers
 * @param plainBody the text part
 * @param htmlBodies the HTML parts; one as a rule
 * @param strippedText the text without quoted parts and signature
 * @param strippedHtml the HTML without quoted parts
 * @param strippedSignature the signature that was taken off
 * @param headers all headers in order, each as name and value
 * @param attachments the attached files
 * @param contentIds what of the attachments the HTML shows, by content id
 * @param fromHeader the header {@code From}
 * @param toHeader the header {@code To}
 * @param subjectHeader the header {@code Subject}
 * @param messageId the header {@code Message-Id}, in angle brackets
 * @param mimeVersion the header {@code Mime-Version}
 * @param contentType the header {@code Content-Type}
 * @param contentTransferEncoding the header {@code Content-Transfer-Encoding}
 * @param tag the last tag
 * @param templateName the template that it was made from
 * @param templateVariables what filled the template, as JSON
 */
public record StoredMessage(
        @Nullable String sender,
        @Nullable String recipients,
        @Nullable String from,
        @Nullable String subject,
        @JsonProperty("body-plain") @Nullable String plainBody,
        @JsonProperty("body-html") List<String> htmlBodies,
        @JsonProperty("stripped-text") @Nullable String strippedText,
        @JsonProperty("stripped-html") @Nullable String strippedHtml,
        @JsonProperty("stripped-signature") @Nullable String strippedSignature,
        @JsonProperty("message-headers") List<List<String>> headers,
        List<Attachment> attachments,
        @JsonProperty("content-id-map") Map<String, Object> contentIds,
        @JsonProperty("From") @Nullable String fromHeader,
        @JsonProperty("To") @Nullable String toHeader,
        @JsonProperty("Subject") @Nullable String subjectHeader,
        @JsonProperty("Message-Id") @Nullable String messageId,
        @JsonProperty("Mime-Version") @Nullable String mimeVersion,
        @JsonProperty("Content-Type") @Nullable String contentType,
        @JsonProperty("Content-Transfer-Encoding") @Nullable String contentTransferEncoding,
        @JsonProperty("X-Mailgun-Tag") @Nullable String tag,
        @JsonProperty("X-Mailgun-Template-Name") @Nullable String templateName,

        @JsonProperty("X-Mailgun-Template-Variables") @Nullable
        String templateVariables) {

    /**
     * An attached file.
     *
     * @param name its name
     * @param contentType its media type
     * @param size its size in bytes
     * @param url where it is, for downloading it
     */
    public record Attachment(
            @Nullable String name,
            @JsonProperty("content-type") @Nullable String contentType,
            @Nullable Long size,
            @Nullable String url) {}

    /** The values of a header, by its name in any case. */
    public List<String> header(String name) {
        return headers.stream()
                .filter(pair -> pair.size() == 2 && pair.get(0).equalsIgnoreCase(name))
                .map(pair -> pair.get(1))
                .toList();
    }

    /** The subject and how many files there are: neither addresses nor content. */
    @Override
    public String toString() {
        return "StoredMessage[" + headers.size() + " headers, " + attachments.size() + " files]";
    }
}
