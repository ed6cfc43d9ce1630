package io.github.mailgunreactor.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the next page follows from a page: one of Mailgun's four styles. A style is a pure function from the operation
 * that was sent and its response to a cursor, and from a cursor to the operation that asks for its page. A cursor is a
 * short text that may be kept, to {@linkplain PagedFlux#startingAt resume} a listing later.
 */
public abstract sealed class NextPage {
    private static final NextPage NONE = new None();
    private static final NextPage URL = new ByUrl(false);
    private static final NextPage TOKEN_URL = new ByUrl(true);
    private static final NextPage QUERY_SKIP = new ByQuerySkip();
    private static final NextPage BODY_SKIP = new ByBodySkip();
    private static final NextPage BODY_TOKEN = new ByBodyToken();
    private static final String THE_PAGE_ITSELF = "is the page itself";
    private static final String NOT_A_CURSOR = "cursor must be one that a page of this listing gave";

    private NextPage() {}

    /** There is none: Mailgun gives the whole list at once, as one page. */
    public static NextPage none() {
        return NONE;
    }

    /**
     * By the URL in {@code paging.next}. Only its query is taken over: the path stays the listing's own, so that no
     * response leads a call with credentials to another resource.
     */
    public static NextPage url() {
        return URL;
    }

    /** By the URL in {@code paging.next}, where a token stands as one more path segment after the listing's own path. */
    public static NextPage tokenUrl() {
        return TOKEN_URL;
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

    /** By a number in the query, from 0, for pages that were made by hand. */
    static NextPage numbered(String parameter, int pages) {
        return new ByNumber(parameter, pages);
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
        try {
            String cursor = cursor(sent, page, length, response.region());
            if (cursor == null && !isCount() && response.hidesNextPage()) {
                throw new UnreadableResponseException(sent.toString(), status, "its next page cannot be read");
            }
            if (cursor != null && !isCount() && at(sent, cursor).asksTheSameAs(sent)) {
                throw new IllegalArgumentException(THE_PAGE_ITSELF);
            }
            return cursor;
        } catch (IllegalArgumentException notACursor) {
            throw new UnreadableResponseException(sent.toString(), status, "its next page " + notACursor.getMessage());
        }
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
     * @throws IllegalArgumentException with what is wrong with what the page says of the next one
     */
    abstract @Nullable String cursor(Operation sent, PageBody<?> page, int length, Region region);

    /**
     * The operation that asks for the page of a cursor.
     *
     * @throws IllegalArgumentException if no page of this listing can have given it
     */
    abstract Operation at(Operation first, String cursor);

    private static final class None extends NextPage {
        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
            return null;
        }

        @Override
        Operation at(Operation first, String cursor) {
            Objects.requireNonNull(cursor, "cursor must not be null");
            throw new IllegalArgumentException("cursor must not be given: this listing has one page");
        }
    }

    private static final class ByUrl extends NextPage {
        private final boolean withToken;

        ByUrl(boolean withToken) {
            this.withToken = withToken;
        }

        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
            Paging paging = page.paging();
            String next = paging == null ? null : paging.next();
            return next == null || next.isEmpty() ? null : PageUrl.cursor(next, sent.resource(), withToken, region);
        }

        @Override
        Operation at(Operation first, String cursor) {
            if (!PageUrl.isCursor(
                    Objects.requireNonNull(cursor, "cursor must not be null"), first.resource(), withToken)) {
                throw new IllegalArgumentException(NOT_A_CURSOR);
            }
            return first.at(cursor);
        }
    }

    private static final class ByQuerySkip extends NextPage {
        @Override
        boolean isCount() {
            return true;
        }

        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
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
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
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
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
            String token = page.nextToken();
            return token == null || token.isEmpty() ? null : token;
        }

        @Override
        Operation at(Operation first, String cursor) {
            return withPagination(first, "token", Arguments.requireText("cursor", cursor));
        }
    }

    private static final class ByNumber extends NextPage {
        private final String parameter;
        private final int pages;

        ByNumber(String parameter, int pages) {
            this.parameter = parameter;
            this.pages = pages;
        }

        @Override
        @Nullable
        String cursor(Operation sent, PageBody<?> page, int length, Region region) {
            Object number = sent.query().first(parameter);
            long next = number == null ? 1 : parseSkip(number.toString()) + 1;
            return next < pages ? Long.toString(next) : null;
        }

        @Override
        Operation at(Operation first, String cursor) {
            return first.query(parameter, Arguments.requireRange("cursor", parseSkip(cursor), 0, pages - 1L));
        }
    }

    private static @Nullable String skipAfter(@Nullable Object skipped, PageBody<?> page, int length) {
        long before = skipped == null ? 0 : parseSkip(skipped.toString());
        long after = Math.min(before, Long.MAX_VALUE - length) + length;
        Long total = page.total();
        if (total != null && after >= total) {
            return null;
        }
        if (after == before) {
            throw new IllegalArgumentException(THE_PAGE_ITSELF);
        }
        return Long.toString(after);
    }

    private static long parseSkip(String cursor) {
        try {
            return Arguments.requireRange("cursor", Long.parseLong(cursor), 0, Long.MAX_VALUE);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(NOT_A_CURSOR);
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
