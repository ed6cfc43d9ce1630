package io.github.mailgunreactor.simulator.internal.http;

import org.jspecify.annotations.Nullable;

/** The target of a request line, cut in two. */
public record Target(String rawPath, @Nullable String rawQuery) {

    /** Reads {@code /path?query}, or the same after scheme and host, as sent to a proxy. */
    static Target of(String uri) {
        String pathAndQuery = uri;
        int scheme = uri.indexOf("://");
        if (!uri.startsWith("/") && scheme > 0) {
            int slash = uri.indexOf('/', scheme + 3);
            pathAndQuery = slash < 0 ? "/" : uri.substring(slash);
        }
        int question = pathAndQuery.indexOf('?');
        return question < 0
                ? new Target(pathAndQuery, null)
                : new Target(pathAndQuery.substring(0, question), pathAndQuery.substring(question + 1));
    }

    public Parameters query() {
        return Parameters.parse(rawQuery);
    }
}
