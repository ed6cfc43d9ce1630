package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The send alerts of an account.
 *
 * @param items the alerts
 * @param total how many they are
 */
public record SendAlertList(
        @JsonProperty(required = true) List<SendAlert> items,
        @Nullable Long total) implements PageBody<SendAlert> {}
