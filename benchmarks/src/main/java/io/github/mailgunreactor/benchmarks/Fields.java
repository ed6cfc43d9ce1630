package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.Params;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a message or a setting: names and texts as they occur, most of them short. */
final class Fields {
    private static final String[] NAMES = {
        "from",
        "to",
        "subject",
        "text",
        "o:tag",
        "o:tracking",
        "o:deliverytime",
        "h:Reply-To",
        "v:order",
        "o:dkim",
        "o:require-tls",
        "template"
    };
    private static final String[] TEXTS = {
        "Example Shop <orders@mail.example.com>",
        "customer@example.net",
        "Your order has been shipped",
        "Dear customer,\nyour order 4711 is on its way & will arrive on Friday.\n".repeat(4),
        "orders",
        "yes",
        "Fri, 14 Oct 2026 23:10:10 +0000",
        "help@mail.example.com",
        "{\"id\":4711}",
        "true",
        "no",
        "shipped"
    };

    private Fields() {}

    static Map<String, String> asMap(int count) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String suffix = i < NAMES.length ? "" : Integer.toString(i / NAMES.length);
            fields.put(NAMES[i % NAMES.length] + suffix, TEXTS[i % TEXTS.length]);
        }
        return fields;
    }

    static Params asParams(int count) {
        Params[] params = {Params.NONE};
        asMap(count).forEach((name, text) -> params[0] = params[0].with(name, text));
        return params[0];
    }
}
