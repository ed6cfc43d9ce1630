package io.github.mailgunreactor.simulator.internal.domains;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, @Nullable Object> described(boolean found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("is_active", active);
        fields.put("cached", found ? List.of(priority == null ? value : priority + ' ' + value) : List.of());
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
