package io.github.mailgunreactor.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rows of a table learn for the rows after them, such as the id of a thing that was made. A name that nothing was
 * learned of has the sample value that the row gives: so each row can also be tried alone.
 */
public final class Notes {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /** What was kept under a name, or the sample. */
    public String get(String name, String sample) {
        return kept.getOrDefault(name, sample);
    }

    /** Keeps a value for later rows. */
    public void keep(String name, String value) {
        kept.put(name, value);
    }
}
