package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Classified bounces with one combination of the dimensions' values.
 *
 * @param accountId the id of the subaccount
 * @param accountName the name of the subaccount
 * @param entityName who refused
 * @param recipientProvider the mail provider of the recipients
 * @param recipientDomain the domain of the recipients
 * @param domain the sending domain
 * @param ipPoolId the id of the IP pool
 * @param ipPoolName the name of the IP pool
 * @param sendingIp the IP address that sent
 * @param timestamp where the hour or day begins
 * @param tags all tags of the messages, with commas
 * @param tag the tag
 * @param criticality {@code CRITICAL} or {@code NON-CRITICAL}
 * @param severity {@code PERMANENT} or {@code TEMPORARY}
 * @param category such as {@code ESPBLOCK}
 * @param groupId the group of rules
 * @param sampleText what a server said
 * @param explanation what it means
 * @param metrics the counts and rates
 */
public record BounceMetricsItem(
        @JsonProperty("account.id") @Nullable String accountId,
        @JsonProperty("account.name") @Nullable String accountName,
        @JsonProperty("entity-name") @Nullable String entityName,
        @JsonProperty("recipient-provider") @Nullable String recipientProvider,
        @JsonProperty("recipient-domain") @Nullable String recipientDomain,
        @JsonProperty("domain.name") @Nullable String domain,
        @JsonProperty("envelope.i-ip-pool-id") @Nullable String ipPoolId,
        @JsonProperty("envelope.i-ip-pool-name") @Nullable String ipPoolName,
        @JsonProperty("envelope.sending-ip") @Nullable String sendingIp,
        @Nullable Instant timestamp,
        @Nullable String tags,
        @Nullable String tag,
        @Nullable String criticality,
        @Nullable String severity,
        @Nullable String category,
        @JsonProperty("group-id") @Nullable String groupId,
        @JsonProperty("sample-text") @Nullable String sampleText,
        @Nullable String explanation,
        @Nullable Counts metrics) {

    /**
     * Counts and rates; those asked for.
     *
     * @param criticalBounceCount permanent failures that need looking at
     * @param nonCriticalBounceCount other permanent failures
     * @param criticalDelayCount temporary failures that need looking at
     * @param nonCriticalDelayCount other temporary failures
     * @param classifiedFailuresCount bounces and delays together
     * @param deliveredSmtpCount messages delivered to mail servers; not of spam filters
     * @param criticalBounceRate in percent; not of spam filters
     * @param nonCriticalBounceRate in percent; not of spam filters
     * @param criticalDelayRate in percent; not of spam filters
     * @param nonCriticalDelayRate in percent; not of spam filters
     */
    public record Counts(
            @JsonProperty("critical_bounce_count") @Nullable Long criticalBounceCount,

            @JsonProperty("non_critical_bounce_count") @Nullable
            Long nonCriticalBounceCount,

            @JsonProperty("critical_delay_count") @Nullable Long criticalDelayCount,

            @JsonProperty("non_critical_delay_count") @Nullable
            Long nonCriticalDelayCount,

            @JsonProperty("classified_failures_count") @Nullable
            Long classifiedFailuresCount,

            @JsonProperty("delivered_smtp_count") @Nullable Long deliveredSmtpCount,
            @JsonProperty("critical_bounce_rate") @Nullable BigDecimal criticalBounceRate,

            @JsonProperty("non_critical_bounce_rate") @Nullable
            BigDecimal nonCriticalBounceRate,

            @JsonProperty("critical_delay_rate") @Nullable BigDecimal criticalDelayRate,

            @JsonProperty("non_critical_delay_rate") @Nullable
            BigDecimal nonCriticalDelayRate) {}
}
