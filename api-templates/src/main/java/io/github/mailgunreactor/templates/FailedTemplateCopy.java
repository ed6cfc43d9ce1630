package io.github.mailgunreactor.templates;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a template that was not made.
 *
 * @param accountId the account that it was for
 * @param name the name that it would have had
 * @param domain the domain that it was for, where it was not for the account itself
 * @param error why it was not made
 */
public record FailedTemplateCopy(
        @JsonProperty("account_id") @Nullable String accountId,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String error) {}
