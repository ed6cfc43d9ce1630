package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DNS record that a sending domain needs.
 *
 * @param priority of an MX record
 * @param active whether it is in use
 */
record DnsEntry(
        String type, String name, String value, @Nullable String priority, boolean active) {

    static DnsEntry mx(String name, String value) {
        return new DnsEntry("MX", name, value, "10", true);
    }

    static DnsEntry of(String type, String name, String value) {
        return new DnsEntry(type, name, value, null, true);
    }

    DnsEntry active(boolean now) {
        return new DnsEntry(type, name, value, priority, now);
    }

    /** The same for the record in whatever state of use. */
    String key() {
        return type + ' ' + name + ' ' + value;
    }

    /** The fields of the response; MX records come without a name. */
    JsonObject described(boolean found) {
        JsonObject fields = JsonObject.of("is_active", active)
                .and("cached", found ? List.of(priority == null ? value : priority + ' ' + value) : List.of());
        if (priority == null) {
            fields.put("name", name);
        } else {
            fields.put("priority", priority);
        }
        fields.put("record_type", type);
        fields.put("valid", found ? "valid" : "unknown");
        fields.put("value", value);
        return fields;
    }
}
