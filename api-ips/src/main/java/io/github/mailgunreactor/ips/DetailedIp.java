package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address as one account has it. An address that is linked to subaccounts is listed once more for each of them.
 *
 * @param address the IP address
 * @param parentAccountId the parent of the account, or the account itself
 * @param accountId the account or subaccount that may use it
 * @param poolIds the dedicated IP pools it is in
 * @param dedicated whether it is the account's own rather than shared with others
 * @param createdAt when the account got it
 * @param poolLastModifiedAt when its pools last changed
 * @param domainsLastModifiedAt when its domains last changed
 */
public record DetailedIp(
        String address,
        @JsonProperty("parent_account_id") @Nullable String parentAccountId,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("pool_ids") List<String> poolIds,
        @Nullable Boolean dedicated,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("pool_last_modified_at") @Nullable Instant poolLastModifiedAt,
        @JsonProperty("domains_last_modified_at") @Nullable Instant domainsLastModifiedAt) {}
