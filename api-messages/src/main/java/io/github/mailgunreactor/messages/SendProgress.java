package io.github.mailgunreactor.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far one run of a job is; requests of several threads begin and end in it. */
final class SendProgress {
    private final SendCheckpoint from;
    private final TreeMap<Long, SendCheckpoint.Range> ranges = new TreeMap<>();
    private long settled;
    private long hash;

    SendProgress(SendCheckpoint from) {
        this.from = from;
        settled = from.settled();
        hash = from.hash();
        from.ranges().forEach(range -> ranges.put(range.first(), range));
    }

    /** Before its request is sent: from now on the part is in doubt. */
    synchronized void begin(SendPart<?> part) {
        ranges.put(part.first(), new SendCheckpoint.Range(part.first(), part.end(), part.hash(), false));
    }

    /** What is sent counts, what is not is forgotten, and what is unknown stays in doubt. */
    synchronized void end(SendPart<?> part, SendOutcome outcome) {
        if (outcome == SendOutcome.NOT_SENT) {
            ranges.remove(part.first());
        } else if (outcome == SendOutcome.SENT) {
            settle(part.first(), part.end(), part.hash());
        }
    }

    private void settle(long first, long end, long hashAtEnd) {
        SendCheckpoint.Range sent = new SendCheckpoint.Range(first, end, hashAtEnd, true);
        ranges.remove(first);
        Map.Entry<Long, SendCheckpoint.Range> before = ranges.lowerEntry(first);
        if (before != null && before.getValue().sent() && before.getValue().end() == first) {
            ranges.remove(before.getKey());
            sent = new SendCheckpoint.Range(before.getKey(), end, hashAtEnd, true);
        }
        SendCheckpoint.Range after = ranges.get(end);
        if (after != null && after.sent()) {
            ranges.remove(end);
            sent = new SendCheckpoint.Range(sent.first(), after.end(), after.hash(), true);
        }
        if (sent.first() == settled) {
            settled = sent.end();
            hash = sent.hash();
        } else {
            ranges.put(sent.first(), sent);
        }
    }

    synchronized SendCheckpoint checkpoint() {
        List<SendCheckpoint.Range> copy = new ArrayList<>(ranges.values());
        return new SendCheckpoint(from.job(), from.began(), settled, hash, copy);
    }
}
