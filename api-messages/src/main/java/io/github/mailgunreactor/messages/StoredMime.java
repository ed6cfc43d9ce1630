package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A message that Mailgun keeps, as MIME.
 *
 * @param mime headers and body as of RFC 5322
 * @param sender the address of the envelope's sender
 * @param recipients the addresses that it went to, separated by commas
 * @param from the sender
 * @param subject the subject
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoredMime(
        @JsonProperty("body-mime") String mime,
        @Nullable String sender,
        @Nullable String recipients,
        @Nullable String from,
        @Nullable String subject) {

    /** How long it is: neither addresses nor content. */
    @Override
    public String toString() {
        return "StoredMime[" + mime.length() + " characters]";
    }
}
