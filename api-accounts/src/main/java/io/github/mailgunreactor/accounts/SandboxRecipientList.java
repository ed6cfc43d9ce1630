package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;

/**
 * The recipients of the sandbox domain.
 *
 * @param items the recipients
 */
public record SandboxRecipientList(
        @JsonProperty(value = "recipients", required = true) List<SandboxRecipient> items)
        implements PageBody<SandboxRecipient> {}
