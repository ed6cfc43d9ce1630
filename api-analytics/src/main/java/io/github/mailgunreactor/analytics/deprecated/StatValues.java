package io.github.mailgunreactor.analytics.deprecated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;

/**
 * The values that statistics know of a provider, device or country.
 *
 * @param items the values
 */
public record StatValues(@JsonProperty(required = true) List<String> items) implements PageBody<String> {}
