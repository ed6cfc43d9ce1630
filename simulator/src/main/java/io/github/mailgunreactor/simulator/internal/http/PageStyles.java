package io.github.mailgunreactor.simulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The ways in which Mailgun cuts a listing into pages. Each reads what the request asks for and gives the fields of the
 * response, to which a handler may add its own.
 */
public final class PageStyles {
    private static final List<String> LINKS = List.of("first", "next", "previous", "last");

    private PageStyles() {}

    /** Query {@code skip} and {@code limit}; the response counts all under {@code total_count} or {@code total}. */
    public static <T> JsonObject skipLimit(
            SimulatedRequest request, PageLimit limit, String totalKey, Rows<T> rows, Function<T, Object> json) {
        long skip = PageLimit.number("skip", request.query().first("skip"), 0, 0);
        int count = limit.counted(request, request.query().first("limit"));
        return JsonObject.of(totalKey, rows.size()).and("items", each(rows.slice(skip, count), json));
    }

    /** JSON {@code pagination} with {@code skip}, {@code limit}, {@code sort}; the response repeats it with the total. */
    public static <T> JsonObject bodySkipLimit(
            SimulatedRequest request, PageLimit limit, Rows<T> rows, Function<T, Object> json) {
        Map<?, ?> asked = pagination(request);
        long skip = PageLimit.number("skip", asked.get("skip"), 0, 0);
        int count = limit.counted(request, asked.get("limit"));
        JsonObject pagination = new JsonObject();
        if (asked.get("sort") instanceof String sort) {
            pagination.put("sort", sort);
        }
        pagination.put("skip", skip);
        pagination.put("limit", count);
        if (!Boolean.FALSE.equals(asked.get("include_total"))) {
            pagination.put("total", rows.size());
        }
        return JsonObject.of("pagination", pagination).and("items", each(rows.slice(skip, count), json));
    }

    /**
     * JSON {@code pagination} with {@code token}, {@code limit}, {@code sort}; the response has a {@code next} token, and
     * an empty {@code pagination} when nothing follows.
     */
    public static <T> JsonObject bodyToken(
            SimulatedRequest request, PageLimit limit, Rows<T> rows, Function<T, Object> json) {
        Map<?, ?> asked = pagination(request);
        int count = limit.linked(request, asked.get("limit"));
        Object token = asked.get("token");
        long from = token == null || token.equals("") ? 0 : position(token.toString());
        JsonObject pagination = new JsonObject();
        if (from + count < rows.size()) {
            pagination.put("first", token(0));
            pagination.put("next", token(from + count));
            pagination.put("previous", token(Math.max(0, from - count)));
            pagination.put("last", token(lastPage(rows.size(), count)));
            pagination.put("total", rows.size());
        }
        return JsonObject.of("items", each(rows.slice(from, count), json)).and("pagination", pagination);
    }

    private static Map<?, ?> pagination(SimulatedRequest request) {
        Object pagination = request.jsonObject().get("pagination");
        if (pagination == null) {
            return Map.of();
        }
        if (pagination instanceof Map<?, ?> object) {
            return object;
        }
        throw Refusal.invalid("pagination");
    }

    /**
     * Links with {@code page} and the name of the row at the edge, under {@code pivot}: {@code address} for
     * suppressions, {@code p} for templates. There is always a {@code next}, also after the last row.
     */
    public static <T> JsonObject urlPivot(
            SimulatedRequest request, PageLimit limit, String pivot, PivotRows<T> rows, Function<T, Object> json) {
        Parameters query = request.query();
        int count = limit.linked(request, query.first("limit"));
        String page = query.has("page") ? query.first("page") : "";
        String edge = query.first(pivot);
        List<T> items = switch (String.valueOf(page)) {
            case "", "first" -> rows.first(count);
            case "last" -> rows.last(count);
            case "next" -> edge == null ? rows.first(count) : rows.after(edge, count);
            case "previous", "prev" -> edge == null ? rows.last(count) : rows.before(edge, count);
            default -> throw Refusal.invalid("page");
        };
        Parameters rest =
                new Parameters().add("limit", String.valueOf(count)).addAll(query.without("page", "limit", pivot));
        String first = url(request, rest);
        String last = url(request, new Parameters().add("page", "last").addAll(rest));
        String next;
        String previous;
        if (!items.isEmpty()) {
            next = pivotUrl(request, "next", pivot, rows.pivot(items.get(items.size() - 1)), rest);
            previous = pivotUrl(request, "previous", pivot, rows.pivot(items.get(0)), rest);
        } else {
            // Beyond either end the way back leads to that end, and the way on stays where it is.
            boolean beyondStart = String.valueOf(page).startsWith("prev");
            next = beyondStart || edge == null ? first : pivotUrl(request, "next", pivot, edge, rest);
            previous = beyondStart && edge != null ? pivotUrl(request, "previous", pivot, edge, rest) : last;
        }
        return linked(each(items, json), LINKS, first, next, previous, last);
    }

    private static String pivotUrl(SimulatedRequest request, String page, String pivot, String edge, Parameters rest) {
        return url(request, new Parameters().add("page", page).add(pivot, edge).addAll(rest));
    }

    /** Links whose {@code page} is an opaque token. */
    public static <T> JsonObject urlToken(
            SimulatedRequest request, PageLimit limit, Rows<T> rows, Function<T, Object> json) {
        return urlToken(request, limit, "limit", LINKS, rows, json);
    }

    /** As {@link #urlToken}, with {@code First}, {@code Next}, {@code Previous}, {@code Last}. */
    public static <T> JsonObject urlTokenCapitalised(
            SimulatedRequest request, PageLimit limit, Rows<T> rows, Function<T, Object> json) {
        return urlTokenCapitalised(request, limit, "limit", rows, json);
    }

    /** As {@link #urlToken}, with a {@code limit} of another name too. */
    public static <T> JsonObject urlTokenCapitalised(
            SimulatedRequest request, PageLimit limit, String limitName, Rows<T> rows, Function<T, Object> json) {
        return urlToken(request, limit, limitName, List.of("First", "Next", "Previous", "Last"), rows, json);
    }

    private static <T> JsonObject urlToken(
            SimulatedRequest request,
            PageLimit limit,
            String limitName,
            List<String> links,
            Rows<T> rows,
            Function<T, Object> json) {
        int count = limit.linked(request, request.query().first(limitName));
        String page = request.query().first("page");
        long from = page == null || page.isEmpty() ? 0 : position(page);
        Parameters rest = request.query().without("page");
        Function<Long, String> link = position ->
                url(request, new Parameters().add("page", token(position)).addAll(rest));
        return linked(
                each(rows.slice(from, count), json),
                links,
                link.apply(0L),
                link.apply(Math.min(from + count, Math.max(from, rows.size()))),
                link.apply(Math.max(0, from - count)),
                link.apply(lastPage(rows.size(), count)));
    }

    /**
     * Links whose last path segment is opaque and holds all that the first request asked for. A handler that filters
     * asks {@link #segmentQuery} for the parameters.
     *
     * @param variable the path variable that holds the segment on all pages but the first
     */
    public static <T> JsonObject urlSegment(
            SimulatedRequest request, PageLimit limit, String variable, Rows<T> rows, Function<T, Object> json) {
        Parameters query = segmentQuery(request, variable);
        int count = limit.linked(request, query.first("limit"));
        String segment = request.pathOrNull(variable);
        long from = segment == null ? 0 : position(segment);
        String path = request.rawPath();
        String listing = request.baseUrl() + (segment == null ? path : path.substring(0, path.lastIndexOf('/')));
        Function<Long, String> link = position -> listing + '/' + token(position, query.encoded());
        return linked(
                each(rows.slice(from, count), json),
                LINKS,
                link.apply(0L),
                link.apply(Math.min(from + count, Math.max(from, rows.size()))),
                link.apply(Math.max(0, from - count)),
                link.apply(lastPage(rows.size(), count)));
    }

    /** The parameters of the request that began the listing, on whichever of its pages. */
    public static Parameters segmentQuery(SimulatedRequest request, String variable) {
        String segment = request.pathOrNull(variable);
        if (segment == null) {
            return request.query();
        }
        String plain = plain(segment);
        return Parameters.parse(plain.substring(plain.indexOf('?') + 1));
    }

    private static JsonObject linked(
            List<Object> items, List<String> names, String first, String next, String previous, String last) {
        JsonObject paging = JsonObject.of(names.get(0), first)
                .and(names.get(1), next)
                .and(names.get(2), previous)
                .and(names.get(3), last);
        return JsonObject.of("items", items).and("paging", paging);
    }

    private static String url(SimulatedRequest request, Parameters query) {
        return request.baseUrl() + request.rawPath() + '?' + query.encoded();
    }

    private static <T> List<Object> each(List<T> rows, Function<T, Object> json) {
        List<Object> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(json.apply(row)));
        return items;
    }

    private static long lastPage(long size, int count) {
        return size == 0 ? 0 : (size - 1) / count * count;
    }

    private static String token(long position) {
        return token(position, "");
    }

    private static String token(long position, String query) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + "?" + query).getBytes(StandardCharsets.UTF_8));
    }

    private static long position(String token) {
        String plain = plain(token);
        try {
            return Math.max(0, Long.parseLong(plain.substring(0, Math.max(0, plain.indexOf('?')))));
        } catch (NumberFormatException foreign) {
            throw invalidToken();
        }
    }

    private static String plain(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw invalidToken();
        }
    }

    private static Refusal invalidToken() {
        return new Refusal(400, "Invalid page token");
    }
}
