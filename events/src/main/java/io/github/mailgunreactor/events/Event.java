package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message, or to a mailing list, as the logs, the events of a domain and webhooks tell it.
 * Which fields there are depends on the {@link #type()} and on which of the three tells it; the logs tell most.
 *
 * @param id identifies the event within the day on which it happened: ids may come again on other days
 * @param type what happened; {@code null} where Mailgun does not say
 * @param timestamp when: events and webhooks give microseconds, logs milliseconds
 * @param account whose message it was; not among the events of a domain
 * @param domain the sending domain; not among the events of a domain
 * @param logLevel how much it asks for attention
 * @param method how the message came in: {@code HTTP} or {@code SMTP}, in upper or lower case
 * @param originatingIp the address from which it came in
 * @param apiKeyId the API key with which it came in
 * @param severity whether a failure is for good
 * @param reason why it failed, such as {@code bounce}, {@code generic}, {@code suppress-bounce} or {@code espblock}
 * @param recipient the address of the recipient
 * @param recipientDomain the domain of the recipient
 * @param recipientProvider the mail provider of the recipient, such as {@code Gmail}
 * @param message the message
 * @param envelope its envelope
 * @param flags what kind of message it is
 * @param deliveryStatus what came of an attempt to deliver it
 * @param deliveredAt when it was delivered, of what happened after that
 * @param deliveryOptimizer how its time of delivery was optimised
 * @param reject why Mailgun refused to send it
 * @param storage where it is stored
 * @param template the template it was made from
 * @param batch the batch it belonged to
 * @param tags its tags; of an unsubscribe those unsubscribed from, {@code *} for all mail of the domain
 * @param campaigns its campaigns
 * @param userVariables the variables the sender gave it
 * @param routes the routes it matched
 * @param mailingList the mailing list it was sent to, or that changed
 * @param url the link that was clicked
 * @param ip the IP address of an open or click
 * @param geolocation where that address is thought to be
 * @param clientInfo the program of an open or click
 * @param primaryDkim the domain whose key signed the message
 * @param taskId the task of an upload
 * @param format the format of an uploaded file
 * @param subscribed whether uploaded members are subscribed
 * @param upsert whether an upload changes members that are there
 * @param upsertedCount how many members an upload added or changed
 * @param failedCount how many members could not be added
 * @param member a member that was uploaded
 * @param memberDescription the line of a member that could not be added
 * @param error why a member could not be added
 */
public record Event(
        String id,
        @JsonProperty("event") @Nullable EventType type,
        @JsonAlias("@timestamp") Instant timestamp,
        @Nullable Account account,
        @Nullable SendingDomain domain,
        @JsonProperty("log-level") @Nullable LogLevel logLevel,
        @Nullable String method,
        @JsonProperty("originating-ip") @Nullable String originatingIp,
        @JsonProperty("api-key-id") @Nullable String apiKeyId,
        @Nullable Severity severity,
        @Nullable String reason,
        @Nullable String recipient,
        @JsonProperty("recipient-domain") @Nullable String recipientDomain,
        @JsonProperty("recipient-provider") @Nullable String recipientProvider,
        @Nullable MessageSummary message,
        @Nullable Envelope envelope,
        @Nullable MessageFlags flags,
        @JsonProperty("delivery-status") @Nullable DeliveryStatus deliveryStatus,
        @JsonProperty("delivered-at") @Nullable Instant deliveredAt,
        @JsonProperty("i-delivery-optimizer") @Nullable String deliveryOptimizer,
        @Nullable Rejection reject,
        @Nullable MessageStorage storage,
        @Nullable MessageTemplate template,
        @Nullable Batch batch,
        List<String> tags,
        List<Campaign> campaigns,
        @JsonProperty("user-variables") @Nullable UserVariables userVariables,
        List<MatchedRoute> routes,
        @JsonProperty("mailing-list") @Nullable EventMailingList mailingList,
        @Nullable String url,
        @Nullable String ip,
        @Nullable Geolocation geolocation,
        @JsonProperty("client-info") @Nullable ClientInfo clientInfo,
        @JsonProperty("primary-dkim") @Nullable String primaryDkim,
        @JsonProperty("task-id") @Nullable String taskId,
        @Nullable String format,
        @Nullable Boolean subscribed,
        @JsonProperty("is-upsert") @Nullable Boolean upsert,
        @JsonProperty("upserted-count") @Nullable Long upsertedCount,
        @JsonProperty("failed-count") @Nullable Long failedCount,
        @Nullable Member member,
        @JsonProperty("member-description") @Nullable String memberDescription,
        @Nullable Failure error) {

    /**
     * The account of a message.
     *
     * @param id its id
     * @param parentId the id of the account that it is a subaccount of
     */
    public record Account(
            @Nullable String id,
            @JsonProperty("parent-id") @Nullable String parentId) {}

    /**
     * The sending domain of a message.
     *
     * @param name its name
     */
    public record SendingDomain(@Nullable String name) {}

    /**
     * Why a message was rejected.
     *
     * @param reason the reason
     * @param description more of it
     */
    public record Rejection(
            @Nullable String reason, @Nullable String description) {}

    /**
     * A batch of messages.
     *
     * @param id its id
     */
    public record Batch(@Nullable String id) {}

    /**
     * A member of a mailing list.
     *
     * @param address the email address
     * @param name the display name
     * @param subscribed whether it receives messages
     */
    public record Member(
            @Nullable String address,
            @Nullable String name,
            @Nullable Boolean subscribed) {}

    /**
     * Why something failed.
     *
     * @param message the reason in words
     */
    public record Failure(@Nullable String message) {}
}
