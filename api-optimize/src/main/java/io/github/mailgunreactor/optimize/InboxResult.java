package io.github.mailgunreactor.optimize;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which folders of mailbox providers the message of an inbox placement test arrived.
 *
 * @param resultId identifies the result
 * @param recordId another id of it
 * @param seedAddress the address to which the message was sent
 * @param subject its subject
 * @param sender its sender
 * @param name the name of the list of mailboxes
 * @param createdAt when the test began
 * @param updatedAt when the result was last changed
 * @param seedResults what became of the message in each mailbox
 */
public record InboxResult(
        @JsonProperty("result_id") @Nullable String resultId,
        @JsonProperty("rid") @Nullable String recordId,
        @JsonProperty("keybox_email") @Nullable String seedAddress,
        @Nullable String subject,
        @Nullable String sender,
        @Nullable String name,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("seed_results") List<SeedResult> seedResults) {

    /**
     * What became of a message in one mailbox.
     *
     * @param email the mailbox
     * @param provider whose it is
     * @param destination the folder, such as {@code inbox} or {@code spam}
     * @param state how far it came, such as {@code delivered}
     * @param originatingIp the IP address that it came from
     * @param tags what was noted
     * @param spf whether SPF passed
     * @param dkim whether DKIM passed
     * @param dmarc whether DMARC passed
     */
    public record SeedResult(
            @Nullable String email,
            @Nullable String provider,
            @Nullable String destination,
            @Nullable String state,
            @JsonProperty("originating_ip") @Nullable String originatingIp,
            List<String> tags,
            @Nullable String spf,
            @Nullable String dkim,
            @Nullable String dmarc) {

        /** Provider and folder: not the mailbox. */
        @Override
        public String toString() {
            return "SeedResult[" + provider + ", " + destination + "]";
        }
    }

    /** The id and how many mailboxes there are: neither sender nor subject. */
    @Override
    public String toString() {
        return "InboxResult[" + resultId + ", " + seedResults.size() + " mailboxes]";
    }
}
