package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain's move from one dynamic IP pool to another.
 *
 * @param owningAccountId the account that has the pools
 * @param accountId the account or subaccount that has the domain
 * @param newBand the pool it came into
 * @param previousBand the pool it came from
 * @param reason why it was moved, in words
 * @param bounceRate the share of its messages that bounced, 0 to 1; {@code null} while unknown
 * @param complaintRate the share of its messages that were complained about, 0 to 1; {@code null} while unknown
 * @param processedCount how many messages the rates are of; {@code null} while unknown
 * @param initiatedBy who moved it, {@code system} for a health check
 * @param timestamp when it was moved
 */
public record DynamicPoolMove(
        String id,
        @JsonProperty("owning_account_id") @Nullable String owningAccountId,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("account_name") @Nullable String accountName,
        @JsonProperty("domain_id") @Nullable String domainId,
        @JsonProperty("domain_name") @Nullable String domainName,
        @JsonProperty("new_band") @Nullable DynamicPool newBand,
        @JsonProperty("prev_band") @Nullable DynamicPool previousBand,
        @Nullable String reason,
        @JsonProperty("bounce_rate") @Nullable BigDecimal bounceRate,
        @JsonProperty("complaint_rate") @Nullable BigDecimal complaintRate,
        @JsonProperty("processed_count") @Nullable Long processedCount,
        @JsonProperty("initiated_by") @Nullable String initiatedBy,
        @Nullable Instant timestamp) {}
