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
    private static final long MAX_WEIGHT = 16L * 1024 * 1024;

    private final Routes routes;
    private final int maxEntries;
    private final ArrayDeque<RecordedRequest> entries = new ArrayDeque<>();
    private long weight;
    private long total;

    Journal(Routes routes, int maxEntries) {
        this.routes = routes;
        this.maxEntries = maxEntries;
    }

    void add(RecordedRequest request) {
        synchronized (entries) {
            total++;
            entries.addLast(request);
            weight += request.weight();
            while (!entries.isEmpty() && (entries.size() > maxEntries || weight > MAX_WEIGHT)) {
                weight -= entries.removeFirst().weight();
            }
        }
    }

    /** What is kept, newest last, and the number of the first: the first ever is 1. */
    record Kept(long first, List<RecordedRequest> requests) {}

    Kept kept() {
        synchronized (entries) {
            return new Kept(total - entries.size() + 1, List.copyOf(entries));
        }
    }

    /** All that is kept. */
    public List<RecordedRequest> all() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
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
        synchronized (entries) {
            return entries.peekLast();
        }
    }

    /** How many requests have come since the start or the last {@link #clear}, kept or not. */
    public long count() {
        synchronized (entries) {
            return total;
        }
    }

    /** Forgets all. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
            weight = 0;
            total = 0;
        }
    }

    /** Operations and statuses, as {@link RecordedRequest#toString} shows them. */
    @Override
    public String toString() {
        return all().toString();
    }
}
