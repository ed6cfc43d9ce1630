package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import java.time.Instant;
import java.util.Map;

/** A version of a template as it was last written. */
record StoredVersion(
        String tag, String id, Instant createdAt, String content, String comment, Map<String, String> headers) {

    /** The fields of the response; listings leave the content and the headers out. */
    JsonObject described(boolean active, boolean whole) {
        JsonObject described = JsonObject.of("tag", tag);
        if (whole) {
            described.put("template", content);
        }
        described.put("engine", "handlebars");
        described.put("mjml", "");
        described.put("createdAt", WireDates.utc(createdAt));
        described.put("comment", comment);
        described.put("active", active);
        described.put("id", id);
        if (whole && !headers.isEmpty()) {
            described.put("headers", headers);
        }
        return described;
    }
}
