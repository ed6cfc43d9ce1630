package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where a webhook goes to. Old webhooks have a single {@code url} on the wire, which is a list of one here.
 *
 * @param urls one to three URLs
 */
public record WebhookUrls(
        @JsonProperty("urls") @JsonAlias("url") List<String> urls) {}
