package io.github.mailgunreactor.analytics.logs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.events.Campaign;
import io.github.mailgunreactor.events.ClientInfo;
import io.github.mailgunreactor.events.DeliveryStatus;
import io.github.mailgunreactor.events.Envelope;
import io.github.mailgunreactor.events.EventMailingList;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Geolocation;
import io.github.mailgunreactor.events.LogLevel;
import io.github.mailgunreactor.events.MatchedRoute;
import io.github.mailgunreactor.events.MessageFlags;
import io.github.mailgunreactor.events.MessageStorage;
import io.github.mailgunreactor.events.MessageSummary;
import io.github.mailgunreactor.events.MessageTemplate;
import io.github.mailgunreactor.events.Severity;
import io.github.mailgunreactor.events.UserVariables;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the logs. Which fields there are depends on the event.
 *
 * @param id identifies the entry
 * @param type what happened
 * @param timestamp when
 * @param account whose message it was
 * @param domain the sending domain
 * @param logLevel how much it asks for attention
 * @param method how the message came in: {@code HTTP} or {@code SMTP}
 * @param originatingIp the address from which it came in
 * @param apiKeyId the key with which it came in
 * @param severity how bad a failure is
 * @param reason why it failed
 * @param recipient the recipient
 * @param recipientDomain the domain of the recipient
 * @param recipientProvider the mail provider of the recipient
 * @param message the message
 * @param envelope its envelope
 * @param flags what kind of message it is
 * @param deliveryStatus what came of a try to deliver
 * @param deliveredAt when it was delivered
 * @param deliveryOptimizer how its time of delivery was optimised
 * @param storage where it is stored
 * @param template the template it was made from
 * @param tags its tags
 * @param campaigns its campaigns
 * @param userVariables the variables the sender gave it
 * @param routes the routes it matched; one as a rule
 * @param mailingList the mailing list it was sent to
 * @param url the link that was followed
 * @param ip the IP address of an open or click
 * @param geolocation where that address is thought to be
 * @param clientInfo the program of an open or click
 * @param primaryDkim the domain whose key signed the message
 */
public record LogItem(
        String id,
        @JsonProperty("event") EventType type,
        @JsonProperty("@timestamp") Instant timestamp,
        @Nullable Account account,
        @Nullable Domain domain,
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
        @Nullable MessageStorage storage,
        @Nullable MessageTemplate template,
        List<String> tags,
        List<Campaign> campaigns,
        @JsonProperty("user-variables") @Nullable UserVariables userVariables,
        List<MatchedRoute> routes,
        @JsonProperty("mailing-list") @Nullable EventMailingList mailingList,
        @Nullable String url,
        @Nullable String ip,
        @Nullable Geolocation geolocation,
        @JsonProperty("client-info") @Nullable ClientInfo clientInfo,
        @JsonProperty("primary-dkim") @Nullable String primaryDkim) {

    /**
     * An account.
     *
     * @param id its id
     * @param parentId the id of the account that it is a subaccount of
     */
    public record Account(
            @Nullable String id,
            @JsonProperty("parent-id") @Nullable String parentId) {}

    /**
     * A sending domain.
     *
     * @param name its name
     */
    public record Domain(String name) {}
}
