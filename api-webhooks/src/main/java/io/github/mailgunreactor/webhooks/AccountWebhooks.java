package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;

/**
 * Webhooks of an account.
 *
 * @param items the webhooks
 */
public record AccountWebhooks(@JsonProperty("webhooks") List<AccountWebhook> items)
        implements PageBody<AccountWebhook> {}
