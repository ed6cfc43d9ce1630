package io.github.mailgunreactor.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where mail goes on that comes in for a domain.
 *
 * @param id by which it is found
 * @param accountId the account that it belongs to
 * @param domainName the domain that the mail is for
 * @param domainId that domain's id
 * @param match which recipients it is for
 * @param forward where their mail goes
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 */
public record Forward(
        @Nullable String id,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("domain_name") @Nullable String domainName,
        @JsonProperty("domain_id") @Nullable String domainId,
        @Nullable String match,
        @Nullable Destinations forward,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt) {

    /**
     * Where mail goes.
     *
     * @param urls to these URLs, as a signed form
     * @param recipients to these addresses
     * @param store whether Mailgun keeps it
     */
    public record Destinations(
            List<String> urls,
            List<String> recipients,
            @Nullable Boolean store) {

        /** Shows how many, and no address. */
        @Override
        public String toString() {
            return "Destinations[" + urls.size() + " urls, " + recipients.size() + " recipients, store=" + store + "]";
        }
    }
}
