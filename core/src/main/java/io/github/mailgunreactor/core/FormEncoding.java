package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.PercentEncoding;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Renders parameters as {@code name=value} pairs, percent-encoded, for queries and urlencoded bodies. */
final class FormEncoding {
    private FormEncoding() {}

    static TransportBody encode(Params params) {
        StringBuilder form = new StringBuilder(256);
        append(form, params, '\0');
        return TransportBody.ofBytes(
                "application/x-www-form-urlencoded", form.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Appends the pairs, separated by {@code &}, after a first separator unless that is the null character. */
    static void append(StringBuilder target, Params params, char first) {
        char separator = first;
        for (Params.Entry entry : params.entries()) {
            if (entry.value() instanceof List<?> values) {
                for (Object value : values) {
                    append(target, separator, entry.name(), value);
                    separator = '&';
                }
            } else {
                append(target, separator, entry.name(), entry.value());
                separator = '&';
            }
        }
    }

    private static void append(StringBuilder target, char separator, String name, Object value) {
        if (separator != '\0') {
            target.append(separator);
        }
        PercentEncoding.append(target, name);
        target.append('=');
        PercentEncoding.append(target, ParamText.of(name, value));
    }
}
