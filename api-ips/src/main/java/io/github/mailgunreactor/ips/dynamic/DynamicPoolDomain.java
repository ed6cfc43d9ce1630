package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain in a dynamic IP pool.
 *
 * @param accountId the account or subaccount it belongs to
 * @param registeredAt when it was enrolled
 * @param pool the pool it is in
 * @param overridden whether it was put there by hand and stays, whatever health checks find
 * @param bounceRate the share of its messages that bounced, 0 to 1; {@code null} while unknown
 * @param complaintRate the share of its messages that were complained about, 0 to 1; {@code null} while unknown
 * @param processedCount how many messages the rates are of; {@code null} while unknown
 */
public record DynamicPoolDomain(
        String id,
        String name,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("account_name") @Nullable String accountName,
        @JsonProperty("registered_at") @Nullable Instant registeredAt,
        @Nullable DynamicPool pool,
        @JsonProperty("override") @Nullable Boolean overridden,
        @JsonProperty("bounce_rate") @Nullable BigDecimal bounceRate,
        @JsonProperty("complaint_rate") @Nullable BigDecimal complaintRate,
        @JsonProperty("processed_count") @Nullable Long processedCount) {}
