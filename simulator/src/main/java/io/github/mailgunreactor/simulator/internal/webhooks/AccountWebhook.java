package io.github.mailgunreactor.simulator.internal.webhooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One webhook of an account as it was last written. */
record AccountWebhook(String id, String description, String url, List<String> types, Instant createdAt) {

    Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("webhook_id", id);
        described.put("description", description);
        described.put("url", url);
        described.put("event_types", types);
        described.put("created_at", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
        return described;
    }
}
