package io.github.mailgunreactor.webhooks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields and files of a form. */
record FormContent(Map<String, List<String>> fields, List<ReceivedFile> files) {

    @Nullable
    String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.get(0);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
