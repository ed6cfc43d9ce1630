package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are stored and who got them, the latest of all accounts together. It is bounded by number and by size:
 * beyond, the oldest messages go.
 */
public final class MailStore {

    /** What one recipient got, in the order of delivery. */
    public record Copy(Mail mail, MailAddress recipient, long number) {}

    private static final class Entry {
        private final Mail mail;
        private boolean cameIn;
        private final List<Copy> copies = new ArrayList<>(1);

        Entry(Mail mail) {
            this.mail = mail;
        }
    }

    private final Map<String, Entry> stored = new LinkedHashMap<>();
    private final int maxMessages;
    private final long maxBytes;
    private final Changes changes;
    private long bytes;
    private long delivered;

    private MailStore(SimulatorState state) {
        this.maxMessages = state.bounds().messages();
        this.maxBytes = state.bounds().messageBytes();
        this.changes = state.changes();
    }

    public static MailStore of(SimulatorState state) {
        return state.shared().get(MailStore.class, () -> new MailStore(state));
    }

    public void add(Mail mail) {
        stored.put(mail.key(), new Entry(mail));
        bytes += mail.weight();
        Iterator<Entry> oldest = stored.values().iterator();
        while (stored.size() > maxMessages || (bytes > maxBytes && stored.size() > 1)) {
            bytes -= oldest.next().mail.weight();
            oldest.remove();
        }
        changes.tell(Changes.Topic.MESSAGES);
    }

    /** Stores a message that came in, rather than one that was sent. */
    public void addIncoming(Mail mail) {
        add(mail);
        Entry entry = stored.get(mail.key());
        if (entry != null) {
            entry.cameIn = true;
        }
    }

    /** Whether a stored message came in. */
    public boolean isIncoming(Mail mail) {
        Entry entry = stored.get(mail.key());
        return entry != null && entry.cameIn;
    }

    /** Forgets the messages of an account in a region. */
    public void clear(String account, String region) {
        stored.values().removeIf(entry -> {
            boolean gone =
                    entry.mail.account().equals(account) && entry.mail.region().equals(region);
            bytes -= gone ? entry.mail.weight() : 0;
            return gone;
        });
        changes.tell(Changes.Topic.MESSAGES);
    }

    /** Forgets the messages of an account. */
    public void clear(String account) {
        stored.values().removeIf(entry -> {
            boolean gone = entry.mail.account().equals(account);
            bytes -= gone ? entry.mail.weight() : 0;
            return gone;
        });
        changes.tell(Changes.Topic.MESSAGES);
    }

    /** Notes that a recipient has got a message. */
    void deliver(Mail mail, MailAddress recipient) {
        Entry entry = stored.get(mail.key());
        if (entry != null) {
            entry.copies.add(new Copy(mail, recipient, ++delivered));
            changes.tell(Changes.Topic.MESSAGES);
        }
    }

    /** The message, or {@code null} if it is not stored, or no longer. */
    public @Nullable Mail find(String key) {
        Entry entry = stored.get(key);
        return entry == null ? null : entry.mail;
    }

    /** Whether a recipient of a stored message has got it. */
    public boolean hasDelivered(Mail mail, MailAddress recipient) {
        Entry entry = stored.get(mail.key());
        return entry != null
                && entry.copies.stream().anyMatch(copy -> copy.recipient().equals(recipient));
    }

    /** What an account got delivered in a region, oldest first. */
    public List<Copy> copies(String account, String region) {
        List<Copy> copies = new ArrayList<>();
        for (Entry entry : stored.values()) {
            if (entry.mail.account().equals(account) && entry.mail.region().equals(region)) {
                copies.addAll(entry.copies);
            }
        }
        copies.sort(Comparator.comparingLong(Copy::number));
        return copies;
    }

    /** The stored messages of an account in a region, oldest first. */
    public List<Mail> mails(String account, String region) {
        return stored.values().stream()
                .map(entry -> entry.mail)
                .filter(mail -> mail.account().equals(account) && mail.region().equals(region))
                .toList();
    }
}
