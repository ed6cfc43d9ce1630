package io.github.mailgunreactor.core.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request that carried many items. Every item that was taken from the publisher is in exactly one result,
 * so that what failed can be sent again where sending twice does no harm, logged, or kept:
 *
 * <pre>{@code
 * bounces.addAll(domain, many)
 *         .filter(BatchResult::failed)
 *         .flatMapIterable(BatchResult::items)
 * }</pre>
 *
 * @param items what the request carried, in the publisher's order
 * @param value what Mailgun answered; {@code null} if the request failed or was not made
 * @param error why it failed, in most cases a {@link io.github.mailgunreactor.core.MailgunException}, or why it was not
 *     made; {@code null} if it succeeded
 * @param <T> an item
 * @param <R> what a request answers
 */
public record BatchResult<T, R>(
        List<T> items, @Nullable R value, @Nullable Throwable error) {
    public BatchResult {
        items = List.copyOf(items);
    }

    /** Whether the items could not be sent, or at least Mailgun did not confirm it. */
    public boolean failed() {
        return error != null;
    }

    /** How many items and what came of them, without the items. */
    @Override
    public String toString() {
        return "BatchResult[" + items.size() + " items, " + (error == null ? "done" : "failed: " + error) + "]";
    }
}
