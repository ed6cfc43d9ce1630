package io.github.mailgunreactor.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is taken over from a page URL, and what a cursor that was made of one may be. A server names the URL, and a cursor
 * may have gone through a stranger's hands, so neither decides where a call with credentials goes: of a URL only the query
 * is kept, and of one with a token that one segment; a cursor has to be of the very path that its listing has.
 */
final class PageUrl {
    private PageUrl() {}

    /**
     * The cursor that a page URL leads to.
     *
     * @param resource the listing's own path, as it goes on the wire
     * @param withToken whether the URL's last segment is a token after the listing's path
     * @param region its host may be named, and Mailgun's; no other
     * @throws IllegalArgumentException with what is wrong with the URL
     */
    static String cursor(String url, String resource, boolean withToken, Region region) {
        URI page = parse(url);
        if (page == null) {
            throw new IllegalArgumentException("is not a URL");
        }
        if (!isOwnServer(page, region)) {
            throw new IllegalArgumentException("is on a foreign host");
        }
        String path = page.getRawPath();
        int end = path.length();
        String token = "";
        if (withToken) {
            end = path.lastIndexOf('/');
            token = path.substring(end);
        }
        // A gateway may have moved the path, so only what the list is called by has to be the same.
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        String own = resource.substring(resource.lastIndexOf('/') + 1);
        if (!same(name, own) || (withToken && !isToken(token)) || hasDotSegments(path)) {
            throw new IllegalArgumentException("is of another list");
        }
        String query = page.getRawQuery();
        return resource + token + (query == null ? "" : "?" + query);
    }

    /** Whether a cursor is of this path, and a token after it where there has to be one. */
    static boolean isCursor(String cursor, String resource, boolean withToken) {
        if (parse(cursor) == null || !cursor.startsWith(resource)) {
            return false;
        }
        int query = cursor.indexOf('?');
        String rest = cursor.substring(resource.length(), query == -1 ? cursor.length() : query);
        return withToken ? isToken(rest) : rest.isEmpty();
    }

    /** A slash and one segment that is no path of its own in any encoding. */
    private static boolean isToken(String text) {
        if (text.length() < 2 || text.charAt(0) != '/') {
            return false;
        }
        String token = decoded(text.substring(1));
        // Base64 may have a slash, which is encoded; taken for a path it must lead to nothing else than the token.
        return text.lastIndexOf('/') == 0
                && token.chars().allMatch(c -> c > ' ' && c < 0x7F && "\\;%?#".indexOf(c) < 0)
                && !token.isEmpty()
                && !hasDotSegments(token);
    }

    private static boolean hasDotSegments(String path) {
        for (String segment : path.split("/", -1)) {
            if (isDots(decoded(segment))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }

    private static boolean same(String segment, String own) {
        return decoded(segment).equalsIgnoreCase(decoded(own));
    }

    private static String decoded(String segment) {
        // URLDecoder would take a plus for a space.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable URI parse(String url) {
        try {
            URI uri = new URI(url);
            String path = uri.getRawPath();
            boolean usable = path != null
                    && path.startsWith("/")
                    && !path.startsWith("//")
                    && uri.getRawFragment() == null
                    && url.equals(uri.toASCIIString());
            return usable ? uri : null;
        } catch (URISyntaxException notAUri) {
            return null;
        }
    }

    /** Behind a gateway or a proxy, page URLs still name Mailgun's own host. */
    private static boolean isOwnServer(URI url, Region region) {
        if (url.getScheme() == null && url.getRawAuthority() == null) {
            return true;
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http"))
                && url.getRawUserInfo() == null
                && (host.equals(region.host()) || host.endsWith(".mailgun.net"));
    }
}
