package io.github.mailgunreactor.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the next page follows from a page: one of Mailgun's four styles. A style is a pure function from the operation
 * that was sent and its response to a cursor, and from a cursor to the operation that asks for its page. A cursor is a
 * short text that may be kept, to {@linkplain PagedFlux#startingAt resume} a listing later.
 */
public abstract sealed class NextPage {
    private static final NextPage URL = new ByUrl();
    private static final NextPage QUERY_SKIP = new ByQuerySkip();
    private static final NextPage BODY_SKIP = new ByBodySkip();
    private static final NextPage BODY_TOKEN = new ByBodyToken();

    private NextPage() {}

    /** By the URL in {@code paging.next}. */
    public static NextPage url() {
        return URL;
    }

    /** By the query parameters {@code skip} and {@code limit}, until the total is reached or a page is empty. */
    public static NextPage skip() {
        return QUERY_SKIP;
    }

    /** By {@code pagination.skip} in the JSON body, until the total is reached or a page is empty. */
    public static NextPage bodySkip() {
        return BODY_SKIP;
    }

    /** By {@code pagination.token} in the JSON body, which is the {@code pagination.next} of the page before. */
    public static NextPage bodyToken() {
        return BODY_TOKEN;
    }

    /**
     * The cursor of the page after this one, or {@code null} where this one is the last.
     *
     * @throws UnreadableResponseException if the response leads to a foreign host, or back to the page it came from, or to
     *     something that cannot be read
     */
    final @Nullable String cursorAfter(Operation sent, Response<? extends PageBody<?>> response) {
        PageBody<?> page = response.value();
        int status = response.status();
        int length = page.items().size() + response.unreadableItems().size();
        if (length == 0) {
            return null;
        }
        String cursor = cursor(sent, page, length, response.region(), status);
        if (cursor == null) {
            if (!isCount() && response.hidesNextPage()) {
                throw new UnreadableResponseException(sent.toString(), status, "its next page cannot be read");
            }
            return null;
        }
        boolean same;
        try {
            same = at(sent, cursor).asksTheSameAs(sent);
        } catch (IllegalArgumentException notACursor) {
            throw new UnreadableResponseException(sent.toString(), status, "its next page cannot be asked for");
        }
        if (same) {
            throw new UnreadableResponseException(sent.toString(), status, "its next page is the page itself");
        }
        return cursor;
    }

    /** Whether the cursor is a count of our own, which a server may pass over, and not something that the server gave. */
    boolean isCount() {
        return false;
    }

    /**
     * The cursor of the page after this one.
     *
     * @param length how many items the page has, those that could not be read included
     * @param region where the response came from: a page URL may name its host or a Mailgun host, no other
     */
    abstract @Nullable String cursor(Operation sent, PageBody<?> page, int length, Region region, int status);

    /** The operation that asks for the page of a cursor. */
    abstract Operation at(Operation first, String cursor);

    private static final class ByUrl extends NextPage {
        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region, int status) {
            Paging paging = page.paging();
            String next = paging == null ? null : paging.next();
            if (next == null || next.isEmpty()) {
                return null;
            }
            URI url = parse(next);
            if (url == null) {
                throw new UnreadableResponseException(sent.toString(), status, "its next page is not a URL");
            }
            if (url.getRawUserInfo() != null || !isOwnHost(url, region)) {
                throw new UnreadableResponseException(sent.toString(), status, "its next page is on a foreign host");
            }
            String target = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + '?' + url.getRawQuery();
            return !region.prefix().isEmpty() && target.startsWith(region.prefix() + '/')
                    ? target.substring(region.prefix().length())
                    : target;
        }

        @Override
        Operation at(Operation first, String cursor) {
            URI target = parse(cursor);
            if (target == null || target.getRawAuthority() != null) {
                throw new IllegalArgumentException("cursor must be one that a page of this listing gave");
            }
            return first.at(cursor);
        }

        private static @Nullable URI parse(String url) {
            try {
                URI uri = new URI(url);
                String path = uri.getRawPath();
                return path != null && path.startsWith("/") && !path.startsWith("//") && isAscii(url) ? uri : null;
            } catch (URISyntaxException notAUri) {
                return null;
            }
        }

        /** Behind a gateway or a proxy, page URLs still name Mailgun's own host. */
        private static boolean isOwnHost(URI url, Region region) {
            if (url.getRawAuthority() == null) {
                return true;
            }
            String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
            return host.equals(region.host()) || host.endsWith(".mailgun.net");
        }

        private static boolean isAscii(String url) {
            return url.chars().allMatch(c -> c > ' ' && c < 0x7F);
        }
    }

    private static final class ByQuerySkip extends NextPage {
        @Override
        boolean isCount() {
            return true;
        }

        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region, int status) {
            return skipAfter(sent.query().first("skip"), page, length);
        }

        @Override
        Operation at(Operation first, String cursor) {
            return first.query("skip", parseSkip(cursor));
        }
    }

    private static final class ByBodySkip extends NextPage {
        @Override
        boolean isCount() {
            return true;
        }

        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region, int status) {
            return skipAfter(pagination(sent).first("skip"), page, length);
        }

        @Override
        Operation at(Operation first, String cursor) {
            return withPagination(first, "skip", parseSkip(cursor));
        }
    }

    private static final class ByBodyToken extends NextPage {
        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region, int status) {
            String token = page.nextToken();
            return token == null || token.isEmpty() ? null : token;
        }

        @Override
        Operation at(Operation first, String cursor) {
            return withPagination(first, "token", Arguments.requireText("cursor", cursor));
        }
    }

    private static @Nullable String skipAfter(@Nullable Object skipped, PageBody<?> page, int length) {
        long before = skipped == null ? 0 : parseSkip(skipped.toString());
        long after = before + length;
        Long total = page.total();
        return total != null && after >= total ? null : Long.toString(after);
    }

    private static long parseSkip(String cursor) {
        try {
            return Arguments.requireRange("cursor", Long.parseLong(cursor), 0, Long.MAX_VALUE);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("cursor must be one that a page of this listing gave");
        }
    }

    private static Params pagination(Operation operation) {
        return operation.body() instanceof Body.Json json && json.params().first("pagination") instanceof Params present
                ? present
                : Params.NONE;
    }

    private static Operation withPagination(Operation operation, String name, Object value) {
        Params body = operation.body() instanceof Body.Json json ? json.params() : Params.NONE;
        return operation.json(body.with("pagination", pagination(operation).with(name, value)));
    }
}
