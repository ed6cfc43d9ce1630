package io.github.mailgunreactor.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the items of a job into parts, and passes over those that a checkpoint has as sent. One for each run; items come one
 * after the other.
 *
 * @param <T> a recipient or message
 */
final class SendCutter<T> {
    /** How items are measured and told apart. */
    interface Measure<T> {
        /** Items with the same key do not share a part. It must be the same in every run. */
        String key(T item);

        long bytes(T item);
    }

    private static final long PRIME = 0x100000001B3L;

    private final Measure<T> measure;
    private final int mostItems;
    private final long mostBytes;
    private final long settled;
    private final long settledHash;
    private final Map<Long, SendCheckpoint.Range> recorded = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private List<T> items = new ArrayList<>();
    private SendCheckpoint.@Nullable Range current;
    private long index;
    private long first;
    private long bytes;
    private long hash;
    private long hashBefore;

    SendCutter(Measure<T> measure, int mostItems, long mostBytes, SendCheckpoint from) {
        this.measure = measure;
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
        this.settled = from.settled();
        this.settledHash = from.hash();
        from.ranges().forEach(range -> recorded.put(range.first(), range));
    }

    /** Takes one more item, and gives the parts that are complete with it: none, one or two. */
    List<SendPart<T>> add(T item) {
        List<SendPart<T>> complete = new ArrayList<>(2);
        String key = measure.key(item);
        long at = index++;
        hashBefore = hash;
        hash = (hash * PRIME) ^ hashOf(key);
        if (at < settled) {
            if (index == settled) {
                requireSame(settledHash);
            }
            return complete;
        }
        SendCheckpoint.Range begins = recorded.get(at);
        if (begins != null) {
            flush(complete, hashBefore, false);
            current = begins;
        }
        SendCheckpoint.Range range = current;
        if (range == null) {
            addToPart(complete, item, key, at);
            return complete;
        }
        if (!range.sent()) {
            collect(item, at);
        }
        if (index == range.end()) {
            requireSame(range.hash());
            flush(complete, hash, true);
            current = null;
        }
        return complete;
    }

    private void addToPart(List<SendPart<T>> complete, T item, String key, long at) {
        long size = measure.bytes(item);
        if (!items.isEmpty() && (bytes + size > mostBytes || keys.contains(key))) {
            flush(complete, hashBefore, false);
        }
        collect(item, at);
        keys.add(key);
        bytes += size;
        if (items.size() == mostItems) {
            flush(complete, hash, false);
        }
    }

    private void collect(T item, long at) {
        if (items.isEmpty()) {
            first = at;
        }
        items.add(item);
    }

    /** The last part, after the last item. */
    List<SendPart<T>> end() {
        List<SendPart<T>> last = new ArrayList<>(1);
        if (index < settled || current != null) {
            throw changed();
        }
        flush(last, hash, false);
        return last;
    }

    private void flush(List<SendPart<T>> complete, long hashAtEnd, boolean inDoubt) {
        if (!items.isEmpty()) {
            complete.add(new SendPart<>(first, items, hashAtEnd, inDoubt));
            items = new ArrayList<>();
            keys.clear();
            bytes = 0;
        }
    }

    private void requireSame(long expected) {
        if (hash != expected) {
            throw changed();
        }
    }

    private static IllegalStateException changed() {
        return new IllegalStateException("the items up to the checkpoint are not those that it was taken of:"
                + " going on would send some twice and others never");
    }

    /** FNV-1a, the same in every process. */
    private static long hashOf(String key) {
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * PRIME;
        }
        return h;
    }
}
