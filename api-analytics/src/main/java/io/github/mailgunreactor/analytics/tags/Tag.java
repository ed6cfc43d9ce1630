package io.github.mailgunreactor.analytics.tags;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.metrics.MetricValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag of an account.
 *
 * @param tag the tag
 * @param description what it is for
 * @param accountId the account that used it
 * @param parentAccountId the account that this one is a subaccount of
 * @param accountName the name of the account
 * @param firstSeen when a message first had it
 * @param lastSeen when a message last had it
 * @param metrics its metrics, if they were asked for
 */
public record Tag(
        String tag,
        @Nullable String description,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("parent_account_id") @Nullable String parentAccountId,
        @JsonProperty("account_name") @Nullable String accountName,
        @JsonProperty("first_seen") @Nullable Instant firstSeen,
        @JsonProperty("last_seen") @Nullable Instant lastSeen,
        @Nullable MetricValues metrics) {}
