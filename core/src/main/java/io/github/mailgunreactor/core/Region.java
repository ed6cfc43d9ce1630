package io.github.mailgunreactor.core;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a Mailgun lives: a name for metrics, and the base URL of its API. A domain, its messages, events and suppressions
 * live in one region only; asking the other one answers 404 or 401.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview#mailgun-regions">Mailgun
 *     regions</a>
 */
public final class Region {
    /** The United States: {@code https://api.mailgun.net}. */
    public static final Region US = new Region("us", URI.create("https://api.mailgun.net"));

    /** The European Union: {@code https://api.eu.mailgun.net}. */
    public static final Region EU = new Region("eu", URI.create("https://api.eu.mailgun.net"));

    private final String name;
    private final String scheme;
    private final String host;
    private final int port;
    private final String prefix;
    private final String baseUrl;

    private Region(String name, URI base) {
        this.name = name;
        this.scheme = Objects.requireNonNull(base.getScheme()).toLowerCase(Locale.ROOT);
        this.host = Objects.requireNonNull(base.getHost()).toLowerCase(Locale.ROOT);
        this.port = base.getPort() >= 0 ? base.getPort() : scheme.equals("https") ? 443 : 80;
        String path = Objects.requireNonNullElse(base.getRawPath(), "");
        this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.baseUrl = scheme + "://" + host + (base.getPort() >= 0 ? ":" + port : "") + prefix;
    }

    /**
     * A Mailgun at any other address, such as a simulator, a proxy or a gateway. The API key is sent to it.
     *
     * @param baseUrl {@code http} or {@code https}, host, optional port and path; no user info, query or fragment
     * @throws IllegalArgumentException if it is not such a URL
     */
    public static Region at(String baseUrl) {
        URI base;
        try {
            base = URI.create(Objects.requireNonNull(baseUrl, "baseUrl must not be null"));
        } catch (IllegalArgumentException notAUri) {
            throw invalid("is not a URL");
        }
        String scheme = base.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw invalid("must start with http:// or https://");
        }
        if (base.getRawUserInfo() != null) {
            throw invalid("must not have user info: the key belongs in Credentials");
        }
        if (base.getHost() == null || base.getPort() > 65535 || base.getPort() == 0) {
            throw invalid("must name a host and, if any, a port from 1 to 65535");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw invalid("must not have a query or a fragment");
        }
        return new Region(base.getRawAuthority().toLowerCase(Locale.ROOT), base);
    }

    private static IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("baseUrl " + why);
    }

    /** {@code us}, {@code eu}, or host and port of any other: what metrics show. */
    public String name() {
        return name;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** The host, in lower case. */
    public String host() {
        return host;
    }

    /** The port, the scheme's default where the URL names none. */
    public int port() {
        return port;
    }

    /** The path before every target, without a slash at its end; empty for most. */
    public String prefix() {
        return prefix;
    }

    /** Scheme, host, port and prefix, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    boolean isOnSameServerAs(Region other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /** The same server under the same name, with targets that are whole paths. */
    Region withoutPrefix() {
        return prefix.isEmpty()
                ? this
                : new Region(name, URI.create(baseUrl.substring(0, baseUrl.length() - prefix.length())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Region region && baseUrl.equals(region.baseUrl);
    }

    @Override
    public int hashCode() {
        return baseUrl.hashCode();
    }

    @Override
    public String toString() {
        return baseUrl;
    }
}
