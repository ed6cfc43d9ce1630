package io.github.mailgunreactor.core;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
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

    private static final Pattern VERSION = Pattern.compile("/v[0-9]+/?$", Pattern.CASE_INSENSITIVE);

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
        this.baseUrl = scheme + "://" + host + (port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port) + prefix;
    }

    /**
     * The region that a configuration names: {@code us} or {@code eu} in any case, or the base URL of {@linkplain #at any
     * other} Mailgun.
     *
     * @throws IllegalArgumentException if it is none of these; the message says what is wrong with it
     */
    public static Region parse(String text) {
        String name = Arguments.requireText("region", text).strip();
        if (name.equalsIgnoreCase(US.name)) {
            return US;
        }
        if (name.equalsIgnoreCase(EU.name)) {
            return EU;
        }
        if (!name.contains(":")) {
            throw new IllegalArgumentException("region must be us, eu, or a URL that starts with https://");
        }
        return at(name);
    }

    /**
     * A Mailgun at any other address, such as a simulator, a proxy or a gateway. The API key is sent to it. The addresses of
     * {@link #US} and {@link #EU} give these.
     *
     * @param baseUrl {@code http} or {@code https}, host, optional port and path; no user info, query or fragment, and no
     *     version such as {@code /v3} at its end, which each operation brings along. Mailgun's own hosts take {@code https}
     *     only, and no path
     * @throws IllegalArgumentException if it is not such a URL; the message says what is wrong, without repeating it
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
            throw invalid("must start with http:// or https://: Region.parse reads names of regions");
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
        requirePrefix(Objects.requireNonNullElse(base.getRawPath(), ""));
        Region region = known(base);
        if (region.host.endsWith(".mailgun.net") && !(region.scheme.equals("https") && region.prefix.isEmpty())) {
            throw invalid("must be https and without a path on Mailgun's own hosts");
        }
        return region;
    }

    /** A server that a response named, of which {@link MailgunUrl} decides whether it may be asked. */
    static Region ofServer(String server) {
        return known(URI.create(server));
    }

    private static Region known(URI base) {
        Region region = new Region(base.getRawAuthority().toLowerCase(Locale.ROOT), base);
        return region.equals(US) ? US : region.equals(EU) ? EU : region;
    }

    private static void requirePrefix(String path) {
        if (VERSION.matcher(path).find()) {
            throw invalid("must not end with a version such as /v3: each operation brings its own");
        }
        for (String segment : path.split("/", -1)) {
            String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (dots.equals(".") || dots.equals("..")) {
                throw invalid("must not have dot segments");
            }
        }
        if (path.startsWith("//")) {
            throw invalid("must have a path with one slash at its start, if any");
        }
    }

    /** Where programs that speak SMTP send mail: ports 587, 25 and 2525 with STARTTLS, 465 with TLS; {@code null} for any other. */
    public @Nullable String smtpHost() {
        return mailDomain() == null ? null : "smtp." + mailDomain();
    }

    /** What the MX records of a domain name that is to receive mail, with equal priority; empty for any other region. */
    public List<String> mxHosts() {
        return mailDomain() == null ? List.of() : List.of("mxa." + mailDomain(), "mxb." + mailDomain());
    }

    /** What the CNAME record of a domain's tracking host, such as {@code email.example.com}, names; {@code null} for any other. */
    public @Nullable String trackingHost() {
        return mailDomain();
    }

    private @Nullable String mailDomain() {
        return equals(US) ? "mailgun.org" : equals(EU) ? "eu.mailgun.org" : null;
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
