package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Page;
import io.github.mailgunreactor.core.PagedFlux;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the rows of tables, one after the other, and tells what came of each. */
final class ContractRun {
    private final MailgunClient mailgun;

    ContractRun(MailgunClient mailgun) {
        this.mailgun = mailgun;
    }

    /**
     * What came of one row.
     *
     * @param outcome {@code ok}, or the type of the error
     * @param detail what went wrong
     * @param response the decoded response; of a listing, its first page
     */
    record Outcome(
            String operation,
            String outcome,
            @Nullable String detail,
            @Nullable Object response) {
        boolean ok() {
            return outcome.equals("ok");
        }

        /** The outcome on one line of JSON. */
        String toJson() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("operation", operation);
            fields.put("outcome", outcome);
            fields.put("detail", detail);
            fields.put("response", response);
            return new String(Json.write(fields), StandardCharsets.UTF_8);
        }
    }

    Flux<Outcome> send(List<ContractTable> tables) {
        return Flux.fromIterable(tables).concatMap(this::send);
    }

    private Flux<Outcome> send(ContractTable table) {
        Notes notes = new Notes();
        return table.prepare(mailgun, notes)
                .onErrorComplete()
                .thenMany(Flux.fromIterable(table.rows()).concatMap(row -> send(row, notes)));
    }

    private Mono<Outcome> send(ContractRow row, Notes notes) {
        return Mono.defer(() -> response(row.call().send(mailgun, notes)))
                .doOnNext(response -> row.note(response, notes))
                .map(response -> new Outcome(row.operation(), "ok", null, response))
                .defaultIfEmpty(new Outcome(row.operation(), "ok", null, null))
                .onErrorResume(error -> Mono.just(failed(row, error)));
    }

    /** One value of what a call gives: for a listing the response of its first page, for another flux all it emits. */
    static Mono<?> response(Publisher<?> result) {
        if (result instanceof PagedFlux<?, ?> listing) {
            return listing.pages().next().map(Page::body);
        }
        return result instanceof Flux<?> values ? values.collectList() : Mono.from(result);
    }

    private static Outcome failed(ContractRow row, Throwable error) {
        // An error of ours in the table must show where it is.
        String detail = error instanceof MailgunException ? error.getMessage() : error.toString();
        return new Outcome(
                row.operation(), error.getClass().getSimpleName(), Objects.requireNonNullElse(detail, ""), null);
    }
}
