package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that was crossed.
 *
 * @param id identifies it
 * @param name the name of the threshold
 * @param createdAt when it was crossed
 * @param updatedAt when it was last looked at
 * @param triggered whether it is still crossed
 * @param expiresAt when it ends; {@code null} for never
 * @param latestValue the value of the metric
 * @param metric what is watched
 * @param comparator how it is compared with the limit
 * @param limit the limit
 * @param parentAccountId the account that this one is a subaccount of
 * @param subaccountId the subaccount
 * @param dimension what is grouped by
 * @param dimensionValue the value at which it was crossed
 */
public record ThresholdHit(
        String id,
        @Nullable String name,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @Nullable Boolean triggered,
        @JsonProperty("expires_at") @Nullable Instant expiresAt,
        @JsonProperty("latest_value") @Nullable BigDecimal latestValue,
        @Nullable AlertMetric metric,
        @Nullable MetricComparator comparator,
        @Nullable BigDecimal limit,
        @JsonProperty("parent_account_id") @Nullable String parentAccountId,
        @JsonProperty("subaccount_id") @Nullable String subaccountId,
        @Nullable ThresholdDimension dimension,
        @JsonProperty("dimension_value") @Nullable String dimensionValue) {}
