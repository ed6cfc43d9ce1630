package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Serves the numbers 0, 1, 2 ... in pages of given sizes and one of the four styles. It knows a page only by the exact
 * request that leads to it, and responses 400 to any other.
 */
final class NumberServer {
    /** How the pages hang together. */
    enum Style {
        URL,
        SKIP,
        BODY_SKIP,
        BODY_TOKEN
    }

    /**
     * A list to serve.
     *
     * @param sizes how many items each page has, each at least one
     * @param saysWhichIsLast whether the last page tells so; otherwise an empty page follows it
     */
    record Pages(Style style, List<Integer> sizes, boolean saysWhichIsLast) {
        int items() {
            return sizes.stream().mapToInt(Integer::intValue).sum();
        }

        /** How many pages there are to ask for, an empty one at the end included. */
        int count() {
            return saysWhichIsLast ? Math.max(1, sizes.size()) : sizes.size() + 1;
        }

        /** The fewest requests that give as many items, or show that there are no more. */
        int neededFor(long demand) {
            if (demand == 0) {
                return 0;
            }
            int sum = 0;
            for (int page = 0; page < sizes.size(); page++) {
                sum += sizes.get(page);
                if (sum >= demand) {
                    return page + 1;
                }
            }
            return count();
        }

        List<Integer> all() {
            return upTo(items());
        }

        List<Integer> upTo(long demand) {
            return IntStream.range(0, (int) Math.min(demand, items())).boxed().toList();
        }

        int firstOf(int page) {
            return sizes.stream().limit(page).mapToInt(Integer::intValue).sum();
        }
    }

    private final Pages pages;
    private final boolean answersLater;
    private final int failsAt;
    private final FakeTransport transport;

    private NumberServer(Pages pages, boolean answersLater, int failsAt) {
        this.pages = pages;
        this.answersLater = answersLater;
        this.failsAt = failsAt;
        this.transport = FakeTransport.answering(this::answer);
    }

    /** Answers within the subscription. */
    static NumberServer atOnce(Pages pages) {
        return new NumberServer(pages, false, -1);
    }

    /** Answers on threads of its own. */
    static NumberServer later(Pages pages) {
        return new NumberServer(pages, true, -1);
    }

    /** Answers the page of that index with status 500. */
    static NumberServer failingAt(Pages pages, int index) {
        return new NumberServer(pages, false, index);
    }

    PagedFlux<Integer, Numbers> list() {
        return transport.client().list(request());
    }

    int requests() {
        return transport.sent().size();
    }

    private PagedRequest<Integer, Numbers> request() {
        return switch (pages.style()) {
            case URL -> Method.GET.path("/v3/numbers").query("limit", 7).pages(Numbers.class, NextPage.url());
            case SKIP -> Method.GET.path("/v3/numbers").query("limit", 7).pages(Numbers.class, NextPage.skip());
            case BODY_SKIP -> Method.POST.path("/v1/numbers").json(body()).pages(Numbers.class, NextPage.bodySkip());
            case BODY_TOKEN -> Method.POST.path("/v1/numbers").json(body()).pages(Numbers.class, NextPage.bodyToken());
        };
    }

    private static Params body() {
        return Params.NONE
                .with("filter", "even")
                .with("pagination", Params.NONE.with("limit", 7).with("sort", "asc"));
    }

    private Mono<FakeResponse> answer(SentRequest request) {
        Mono<FakeResponse> answer = Mono.fromSupplier(() -> page(pageOf(request)));
        return answersLater ? answer.subscribeOn(Schedulers.parallel()) : answer;
    }

    /** The index of the page that a request asks for, or -1 where no page leads to such a request. */
    private int pageOf(SentRequest request) {
        if (pages.style() == Style.URL) {
            return IntStream.range(0, pages.count())
                    .filter(index -> request.target().equals(index == 0 ? "/v3/numbers?limit=7" : target(index)))
                    .findFirst()
                    .orElse(-1);
        }
        if (pages.style() == Style.SKIP) {
            boolean limited = List.of("7").equals(request.query().get("limit"));
            List<String> skip = request.query().getOrDefault("skip", List.of("0"));
            return limited ? pageStartingAt(Integer.parseInt(skip.get(0))) : -1;
        }
        if (!(request.json() instanceof Map<?, ?> json)
                || !"even".equals(json.get("filter"))
                || !(json.get("pagination") instanceof Map<?, ?> pagination)
                || !Long.valueOf(7).equals(pagination.get("limit"))
                || !"asc".equals(pagination.get("sort"))) {
            return -1;
        }
        if (pages.style() == Style.BODY_SKIP) {
            return pageStartingAt(Objects.requireNonNullElse((Long) pagination.get("skip"), 0L)
                    .intValue());
        }
        String token = (String) pagination.get("token");
        return token == null ? 0 : Integer.parseInt(token.substring("token+/=".length()));
    }

    private int pageStartingAt(int skip) {
        return IntStream.range(0, pages.count())
                .filter(index -> pages.firstOf(index) == skip)
                .findFirst()
                .orElse(-1);
    }

    private static String target(int index) {
        return "/v3/numbers?page=next&p=" + index + "%2B%40x&limit=7";
    }

    private FakeResponse page(int index) {
        if (index < 0) {
            return FakeResponse.json(400, "{\"message\":\"no page leads there\"}");
        }
        if (index == failsAt) {
            return FakeResponse.json(500, "{\"message\":\"broken\"}");
        }
        int first = pages.firstOf(index);
        int size = index < pages.sizes().size() ? pages.sizes().get(index) : 0;
        boolean last = pages.saysWhichIsLast() && index == pages.count() - 1;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "items",
                new ArrayList<>(IntStream.range(first, first + size).boxed().toList()));
        switch (pages.style()) {
            case URL -> json.put("paging", last ? Map.of() : Map.of("next", nextUrl(index)));
            case SKIP, BODY_SKIP -> putTotal(json);
            case BODY_TOKEN -> json.put("pagination", last ? Map.of() : Map.of("next", "token+/=" + (index + 1)));
        }
        return FakeResponse.json(new String(Json.write(json), StandardCharsets.UTF_8));
    }

    private void putTotal(Map<String, @Nullable Object> json) {
        if (pages.saysWhichIsLast()) {
            json.put("total_count", pages.items());
        }
    }

    private String nextUrl(int index) {
        // The empty page at the end names a next one too, as Mailgun does: itself.
        int next = Math.min(index + 1, pages.count() - 1);
        return "https://api.mailgun.net" + target(next);
    }
}
