package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.analytics.logs.LogsPage;
import io.github.mailgunreactor.analytics.metrics.MetricsPage;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.keys.ApiKey;
import io.github.mailgunreactor.suppressions.Bounce;
import org.jspecify.annotations.Nullable;

/** The responses that are read most, or are large. */
public enum Answer {
    DOMAIN(DomainDetails.class, null),
    KEYS(Listing.class, ApiKey.class),
    METRICS(MetricsPage.class, null),
    LOGS(LogsPage.class, null),
    BOUNCES(Listing.class, Bounce.class);

    private final Class<?> type;
    private final @Nullable Class<?> item;

    Answer(Class<?> type, @Nullable Class<?> item) {
        this.type = type;
        this.item = item;
    }

    Class<?> type() {
        return type;
    }

    /** The type argument, {@code null} where there is none. */
    @Nullable
    Class<?> item() {
        return item;
    }

    byte[] json() {
        return switch (this) {
            case DOMAIN -> SampleResponses.domain();
            case KEYS -> SampleResponses.keys();
            case METRICS -> SampleResponses.metrics();
            case LOGS -> SampleResponses.logs();
            case BOUNCES -> SampleResponses.bounces();
        };
    }
}
