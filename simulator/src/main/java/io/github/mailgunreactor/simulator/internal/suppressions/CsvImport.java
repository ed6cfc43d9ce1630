package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.FileSink;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes the rows of an uploaded CSV file as they arrive; a row that cannot be is passed over. */
public final class CsvImport implements FileSink {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String field;
    private final Consumer<Parameters> rows;
    private final CsvReader reader = new CsvReader(this::row);
    private List<String> columns = List.of();

    /**
     * An import that has yet to begin.
     *
     * @param field the form field of the file
     * @param rows takes each row as the values of its columns, those that are not empty; may refuse one
     */
    public CsvImport(String field, Consumer<Parameters> rows) {
        this.field = field;
        this.rows = rows;
    }

    /** Whether there was a file, and its first row has a column of this name. */
    public boolean hasColumn(String name) {
        return columns.contains(name);
    }

    @Override
    public void receive(String ofField, String fileName, ByteBuffer chunk, boolean last) {
        if (!field.equals(ofField)) {
            return;
        }
        reader.read(chunk);
        if (last) {
            reader.end();
        }
    }

    private void row(List<String> values) {
        if (columns.isEmpty()) {
            columns = values.stream().map(CsvImport::columnName).toList();
            return;
        }
        Parameters sent = new Parameters();
        for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
            if (!values.get(i).isEmpty()) {
                sent.add(columns.get(i), values.get(i));
            }
        }
        try {
            rows.accept(sent);
        } catch (Refusal unusable) {
            // Mailgun works a file off in the background and tells nobody of rows that it could not use.
        }
    }

    private static String columnName(String title) {
        return title.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
    }
}
