package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.Routes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a simulator has received, oldest first, for tests to assert on:
 *
 * <pre>{@code
 * RecordedRequest created = simulator.journal().only("POST /v1/keys");
 * assertThat(created.form("role")).isEqualTo("admin");
 * }</pre>
 *
 * <p>A request is in the journal before its response is sent. The journal is bounded, in number (see
 * {@link SimulatorBuilder#journalSize}) and in bytes: the oldest entries go first.
 */
public final class Journal {
    /** A request and its number: the first ever has 1. */
    record Entry(long number, RecordedRequest request) {}

    /** What is kept, oldest first; touched under its own lock only. */
    private static final class Entries {
        private static final long MAX_WEIGHT = 16L * 1024 * 1024;

        private final ArrayDeque<Entry> kept = new ArrayDeque<>();
        private long weight;
        private long total;
    }

    private final Routes routes;
    private final int maxEntries;
    private final Entries entries;
    private final @Nullable String account;

    Journal(Routes routes, int maxEntries) {
        this(routes, maxEntries, new Entries(), null);
    }

    private Journal(Routes routes, int maxEntries, Entries entries, @Nullable String account) {
        this.routes = routes;
        this.maxEntries = maxEntries;
        this.entries = entries;
        this.account = account;
    }

    /** The same journal, what acted for an account alone. */
    Journal ofAccount(String id) {
        return new Journal(routes, maxEntries, entries, id);
    }

    void add(RecordedRequest request) {
        synchronized (entries) {
            entries.kept.addLast(new Entry(++entries.total, request));
            entries.weight += request.weight();
            while (!entries.kept.isEmpty()
                    && (entries.kept.size() > maxEntries || entries.weight > Entries.MAX_WEIGHT)) {
                entries.weight -= entries.kept.removeFirst().request().weight();
            }
        }
    }

    /** What is kept, newest last. */
    List<Entry> kept() {
        synchronized (entries) {
            return entries.kept.stream().filter(this::isMine).toList();
        }
    }

    private boolean isMine(Entry entry) {
        return account == null || account.equals(entry.request().account());
    }

    /** All that is kept. */
    public List<RecordedRequest> all() {
        return kept().stream().map(Entry::request).toList();
    }

    /**
     * The requests for one operation.
     *
     * @param operation method and path template, such as {@code "DELETE /v1/keys/{key_id}"}; what stands between the
     *     braces does not matter
     * @throws IllegalArgumentException if the simulator does not serve this operation
     */
    public List<RecordedRequest> of(String operation) {
        String wanted = routes.named(operation).operation();
        List<RecordedRequest> found = new ArrayList<>();
        for (RecordedRequest entry : all()) {
            if (entry.operation().equals(wanted)) {
                found.add(entry);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The one request for an operation.
     *
     * @throws AssertionError if there was none or more than one
     * @throws IllegalArgumentException if the simulator does not serve this operation
     */
    public RecordedRequest only(String operation) {
        List<RecordedRequest> found = of(operation);
        if (found.size() != 1) {
            throw new AssertionError("expected one request " + operation + ", but there were " + found.size()
                    + "; the journal has " + all());
        }
        return found.get(0);
    }

    /** The latest request, or {@code null} if there was none. */
    public @Nullable RecordedRequest last() {
        List<Entry> kept = kept();
        return kept.isEmpty() ? null : kept.get(kept.size() - 1).request();
    }

    /** How many requests have come since the start or the last {@link #clear}, kept or not; for a single account, those that are kept. */
    public long count() {
        synchronized (entries) {
            return account == null ? entries.total : kept().size();
        }
    }

    /** Forgets all, or all of the single account. */
    public void clear() {
        synchronized (entries) {
            entries.kept.removeIf(entry -> {
                boolean mine = isMine(entry);
                entries.weight -= mine ? entry.request().weight() : 0;
                return mine;
            });
            entries.total = account == null ? 0 : entries.total;
        }
    }

    /** Operations and statuses, as {@link RecordedRequest#toString} shows them. */
    @Override
    public String toString() {
        return all().toString();
    }
}
