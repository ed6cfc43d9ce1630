package io.github.mailgunreactor.simulator.internal.webhooks;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One webhook of an account as it was last written. */
record AccountWebhook(String id, String description, String url, List<String> types, Instant createdAt) {

    JsonObject described() {
        return JsonObject.of("webhook_id", id)
                .and("description", description)
                .and("url", url)
                .and("event_types", types)
                .and("created_at", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
