package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.PercentEncoding;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Renders parameters as {@code name=value} pairs, percent-encoded, for queries and urlencoded bodies. */
final class FormEncoding {
    private FormEncoding() {}

    /** Counts first: a form of many recipients may have a megabyte, and is held once, as large as it is. */
    static TransportBody body(Params params) {
        List<String> texts = new ArrayList<>(2 * params.entries().size());
        each(params, (name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        int length = texts.size();
        for (String text : texts) {
            length += PercentEncoding.length(text);
        }
        byte[] form = new byte[Math.max(0, length - 1)];
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                form[at++] = (byte) (i % 2 == 0 ? '&' : '=');
            }
            at = PercentEncoding.encode(texts.get(i), form, at);
        }
        return TransportBody.ofBytes("application/x-www-form-urlencoded", form);
    }

    /** A path with parameters after it, and what separates them. */
    static String query(String path, Params params) {
        StringBuilder target = new StringBuilder(path.length() + 64).append(path);
        int start = target.length();
        char first = path.contains("?") ? '&' : '?';
        each(params, (name, value) -> {
            target.append(target.length() == start ? first : '&');
            PercentEncoding.append(target, name);
            target.append('=');
            PercentEncoding.append(target, value);
        });
        return target.toString();
    }

    private static void each(Params params, BiConsumer<String, String> consumer) {
        for (Params.Entry entry : params.entries()) {
            String name = entry.name();
            if (entry.value() instanceof List<?> values) {
                for (Object value : values) {
                    consumer.accept(name, ParamText.of(name, value));
                }
            } else {
                consumer.accept(name, ParamText.of(name, entry.value()));
            }
        }
    }
}
