package io.github.mailgunreactor.analytics.deprecated;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in one stretch of time; only what was asked for.
 *
 * @param time where the stretch begins
 * @param accepted messages accepted
 * @param delivered messages delivered
 * @param failed failures
 * @param stored incoming messages that were stored
 * @param opened opens
 * @param clicked clicks
 * @param unsubscribed unsubscribes
 * @param complained complaints
 * @param campaign messages of campaigns
 * @param emailValidation validations of addresses
 * @param seedTest inbox placement tests
 * @param ipBlocklistMonitoring checks of IP addresses against blocklists
 * @param domainBlocklistMonitoring checks of domains against blocklists
 * @param emailPreview previews
 * @param emailPreviewFailed previews that failed
 * @param linkValidation checks of links
 * @param linkValidationFailed checks of links that failed
 */
public record StatsItem(
        @Nullable Instant time,
        @Nullable Accepted accepted,
        @Nullable Delivered delivered,
        @Nullable Failed failed,
        @Nullable Total stored,
        @Nullable Engaged opened,
        @Nullable Engaged clicked,
        @Nullable Total unsubscribed,
        @Nullable Total complained,
        @Nullable Total campaign,
        @JsonProperty("email_validation") @Nullable Validated emailValidation,
        @JsonProperty("seed_test") @Nullable Total seedTest,
        @JsonProperty("ip_blocklist_monitoring") @Nullable Total ipBlocklistMonitoring,

        @JsonProperty("domain_blocklist_monitoring") @Nullable
        Total domainBlocklistMonitoring,

        @JsonProperty("email_preview") @Nullable Total emailPreview,
        @JsonProperty("email_preview_failed") @Nullable Total emailPreviewFailed,
        @JsonProperty("link_validation") @Nullable Total linkValidation,
        @JsonProperty("link_validation_failed") @Nullable Total linkValidationFailed) {

    /**
     * A count.
     *
     * @param total how many
     */
    public record Total(@Nullable Long total) {}

    /**
     * Messages accepted.
     *
     * @param incoming from outside
     * @param outgoing to be sent
     * @param total both
     */
    public record Accepted(
            @Nullable Long incoming,
            @Nullable Long outgoing,
            @Nullable Long total) {}

    /**
     * Messages delivered.
     *
     * @param smtp to mail servers
     * @param http to URLs
     * @param optimized at an optimised time
     * @param total to mail servers and URLs
     */
    public record Delivered(
            @Nullable Long smtp,
            @Nullable Long http,
            @Nullable Long optimized,
            @Nullable Long total) {}

    /**
     * Failures.
     *
     * @param temporary after which delivery is tried again
     * @param permanent after which the message is dropped
     */
    public record Failed(
            @Nullable Temporary temporary, @Nullable Permanent permanent) {}

    /**
     * Temporary failures.
     *
     * @param espBlock blocks by the provider
     * @param total all
     */
    public record Temporary(
            @JsonProperty("espblock") @Nullable Long espBlock,
            @Nullable Long total) {}

    /**
     * Permanent failures.
     *
     * @param suppressBounce not tried because of an earlier bounce
     * @param suppressUnsubscribe not tried because the recipient unsubscribed
     * @param suppressComplaint not tried because the recipient complained
     * @param bounce bounces
     * @param delayedBounce bounces after delivery
     * @param webhook calls of URLs that failed
     * @param optimized of messages with an optimised time
     * @param total all
     */
    public record Permanent(
            @JsonProperty("suppress-bounce") @Nullable Long suppressBounce,
            @JsonProperty("suppress-unsubscribe") @Nullable Long suppressUnsubscribe,
            @JsonProperty("suppress-complaint") @Nullable Long suppressComplaint,
            @Nullable Long bounce,
            @JsonProperty("delayed-bounce") @Nullable Long delayedBounce,
            @Nullable Long webhook,
            @Nullable Long optimized,
            @Nullable Long total) {}

    /**
     * Opens or clicks.
     *
     * @param total all
     * @param unique once for each message and recipient
     */
    public record Engaged(@Nullable Long total, @Nullable Long unique) {}

    /**
     * Validations of addresses.
     *
     * @param total all
     * @param publicKey with the public key
     * @param valid whose result was valid
     * @param single one address at a time
     * @param bulk in bulk
     * @param list of mailing lists
     * @param mailgun by Mailgun's service
     * @param mailjet by Mailjet's service
     */
    public record Validated(
            @Nullable Long total,
            @JsonProperty("public") @Nullable Long publicKey,
            @Nullable Long valid,
            @Nullable Long single,
            @Nullable Long bulk,
            @Nullable Long list,
            @Nullable Long mailgun,
            @Nullable Long mailjet) {}
}
