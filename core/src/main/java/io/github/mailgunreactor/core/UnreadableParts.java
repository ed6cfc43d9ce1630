package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.UnreadableReport;
import io.github.mailgunreactor.core.observation.UnreadableItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of one response could not be read. */
final class UnreadableParts implements UnreadableReport {
    /** Of more fields than this, one response does not tell. */
    private static final int MOST_FIELDS = 100;

    private final Set<String> fields = new LinkedHashSet<>();
    private final List<UnreadableItem> items = new ArrayList<>();

    @Override
    public void value(String path) {
        if (fields.size() < MOST_FIELDS) {
            fields.add(path);
        }
    }

    @Override
    public void record(String path, int position) {
        value(path);
        items.add(new UnreadableItem(position, path));
    }

    /** The fields, each once, in the order in which they were met. */
    Set<String> fields() {
        return fields;
    }

    /** The records of the document's own list that could not be read. */
    List<UnreadableItem> items() {
        return items;
    }

    /** Whether what leads to the next page was there and could not be read: the last page looks just the same without. */
    boolean hidesNextPage() {
        return fields.stream().anyMatch(field -> field.matches("paging|pagination|(paging|pagination)\\.[nN]ext"));
    }
}
