package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of subaccounts.
 *
 * @param items the subaccounts
 * @param total how many there are that match
 */
public record SubaccountList(
        @JsonProperty(value = "subaccounts", required = true)
        List<Subaccount> items,

        @Nullable Long total) implements PageBody<Subaccount> {}
