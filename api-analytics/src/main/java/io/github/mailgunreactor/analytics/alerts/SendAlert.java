package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that goes out when a rate crosses a limit.
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
 * @param alertChannels the ways it takes
 * @param filters conditions that must all hold
 * @param metric what is watched
 * @param comparator how it is compared with the limit
 * @param limit the limit
 * @param dimension what is grouped by
 * @param period over which time
 */
public record SendAlert(
        @Nullable String id,
        String name,
        @JsonProperty("parent_account_id") @Nullable String parentAccountId,
        @JsonProperty("subaccount_id") @Nullable String subaccountId,
        @JsonProperty("account_group") @Nullable String accountGroup,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("last_checked") @Nullable Instant lastChecked,
        @Nullable String description,
        @JsonProperty("alert_channels") List<AlertChannel> alertChannels,
        List<ThresholdFilter> filters,
        @Nullable AlertMetric metric,
        @Nullable MetricComparator comparator,
        @Nullable BigDecimal limit,
        @Nullable ThresholdDimension dimension,
        @Nullable ThresholdPeriod period) {}
