package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what an account may use.
 *
 * @param id identifies it
 * @param name its name, by which it is found
 * @param parentAccountId the account that this one is a subaccount of
 * @param subaccountId the subaccount that it belongs to
 * @param accountGroup the group of the account
 * @param createdAt when it was made
 * @param updatedAt when it was last changed; {@code null} for never
 * @param lastChecked when it was last checked; {@code null} for never
 * @param description what it is for
 * @param filters conditions that must all hold
 * @param metric what is bounded
 * @param comparator how it is compared with the limit
 * @param limit the limit
 * @param dimension what is grouped by
 * @param period over which time
 */
public record LimitThreshold(
        @Nullable String id,
        String name,
        @JsonProperty("parent_account_id") @Nullable String parentAccountId,
        @JsonProperty("subaccount_id") @Nullable String subaccountId,
        @JsonProperty("account_group") @Nullable String accountGroup,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("last_checked") @Nullable Instant lastChecked,
        @Nullable String description,
        List<ThresholdFilter> filters,
        @Nullable LimitMetric metric,
        @Nullable MetricComparator comparator,
        @Nullable BigDecimal limit,
        @Nullable ThresholdDimension dimension,
        @Nullable ThresholdPeriod period) {}
