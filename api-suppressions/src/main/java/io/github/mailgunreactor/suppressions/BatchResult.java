package io.github.mailgunreactor.suppressions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request that added many entries. Mailgun adds all of them or, with an error status, none; after another
 * error it may have. Adding an entry again does no harm, so that what failed can be sent once more:
 *
 * <pre>{@code
 * bounces.addAll(domain, many)
 *         .filter(BatchResult::failed)
 *         .flatMapIterable(BatchResult::entries)   // to add again, to log, to keep
 * }</pre>
 *
 * @param entries what the request carried
 * @param message Mailgun's confirmation; {@code null} if the request failed
 * @param error why it failed, in most cases a {@link io.github.mailgunreactor.core.MailgunException}; {@code null} if it
 *     did not
 * @param <T> an entry
 */
public record BatchResult<T extends NewSuppression>(
        List<T> entries, @Nullable String message, @Nullable Exception error) {
    public BatchResult {
        entries = List.copyOf(entries);
    }

    /** Whether the entries could not be added, or at least Mailgun did not confirm it. */
    public boolean failed() {
        return error != null;
    }

    /** The addresses of the entries. */
    public List<String> addresses() {
        return entries.stream().map(NewSuppression::address).toList();
    }

    /** How many entries and what came of them, without the addresses. */
    @Override
    public String toString() {
        return "BatchResult[" + entries.size() + " entries, " + (error == null ? "added" : "failed: " + error) + "]";
    }
}
