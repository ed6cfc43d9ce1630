package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers with pages that were made by hand, by the number that stands in the query. */
final class GivenPages<A extends PageBody<?>> implements Function<Operation, Mono<Response<A>>> {
    private static final String NUMBER = "page";

    private final List<A> pages;
    private final @Nullable Throwable end;

    GivenPages(List<A> pages, @Nullable Throwable end) {
        this.pages = List.copyOf(pages);
        this.end = end;
        if (pages.isEmpty() && end == null) {
            throw new IllegalArgumentException("pages must be one or more");
        }
    }

    static <T, A extends PageBody<T>> PagedFlux<T, A> listing(List<A> pages, @Nullable Throwable end) {
        GivenPages<A> given = new GivenPages<>(pages, end);
        NextPage next = NextPage.numbered(NUMBER, pages.size() + (end == null ? 0 : 1));
        return new PagedFlux<>(given, Method.GET.path("/given"), next, false, OnUnreadableItem.FAIL);
    }

    @Override
    public Mono<Response<A>> apply(Operation operation) {
        Object number = operation.query().first(NUMBER);
        int index = number == null ? 0 : Integer.parseInt(number.toString());
        return index < pages.size()
                ? Mono.just(Response.of(ResponseHead.of(200, Map.of()), Region.US, pages.get(index)))
                : Mono.error(Objects.requireNonNull(end));
    }
}
