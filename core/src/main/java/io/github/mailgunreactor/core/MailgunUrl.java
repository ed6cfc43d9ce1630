package io.github.mailgunreactor.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole URL that Mailgun gave, such as an event's {@code storage.url}, taken apart. The key goes where it points, so it is
 * believed only as far as {@link #requireAllowed} says.
 *
 * @param server scheme, host and port, without a path
 * @param target path and query as they go on the wire
 */
record MailgunUrl(Region server, String target) {
    private static final String RULE = "url must be one that Mailgun gave:"
            + " https, a host that ends in .mailgun.net, no user info, port or fragment, and a plain path;"
            + " or one on scheme, host and port of the client's own region";

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException if no region could allow it; the message does not repeat the URL
     */
    static MailgunUrl parse(String url) {
        URI uri;
        try {
            uri = new URI(Objects.requireNonNull(url, "url must not be null"));
        } catch (URISyntaxException notAUrl) {
            throw refused();
        }
        if (!isHttp(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > 65535
                || !isPlain(uri.getRawPath())
                || !url.equals(uri.toASCIIString())) {
            throw refused();
        }
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new MailgunUrl(
                Region.ofServer(uri.getScheme() + "://" + uri.getHost() + port), uri.getRawPath() + query);
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    /** A server that normalises the path could take dots and backslashes for another resource. */
    private static boolean isPlain(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
            String dots = segment.replace("%2e", ".");
            if (dots.equals(".") || dots.equals("..") || segment.contains("%5c") || segment.contains("%2f")) {
                return false;
            }
        }
        return true;
    }

    /**
     * The server to ask, which has a region's name where it is that region's.
     *
     * @throws IllegalArgumentException if credentials must not go there
     */
    Region requireAllowed(Region own) {
        if (own.isOnSameServerAs(server)) {
            return own.withoutPrefix();
        }
        if (server.scheme().equals("https")
                && server.port() == 443
                && server.host().endsWith(".mailgun.net")) {
            return server;
        }
        throw refused();
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(RULE);
    }

    /** Nothing of the URL: its path may hold a storage key. */
    @Override
    public String toString() {
        return "MailgunUrl[" + server.host() + "]";
    }
}
