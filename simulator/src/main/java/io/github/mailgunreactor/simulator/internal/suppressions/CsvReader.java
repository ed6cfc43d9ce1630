package io.github.mailgunreactor.simulator.internal.suppressions;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads CSV in UTF-8 (RFC 4180) piece by piece, wherever it is cut, and holds no more of it than one row. */
final class CsvReader {
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int MOST_FIELDS = 1000;

    private final Consumer<List<String>> rows;
    private byte[] field = new byte[256];
    private int length;
    private List<String> row = new ArrayList<>();
    private boolean quoted;
    private boolean quoteBefore;

    /** Passes each row on, blank lines excepted. */
    CsvReader(Consumer<List<String>> rows) {
        this.rows = rows;
    }

    void read(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            read(chunk.get());
        }
    }

    /** Ends the last row, which need not end with a line break. */
    void end() {
        if (length > 0 || !row.isEmpty()) {
            endRow();
        }
    }

    private void read(byte next) {
        if (quoted) {
            if (next == '"') {
                quoted = false;
                quoteBefore = true;
            } else {
                append(next);
            }
            return;
        }
        boolean quoteWithin = quoteBefore && next == '"';
        quoteBefore = false;
        switch (next) {
            case '"' -> {
                quoted = true;
                if (quoteWithin) {
                    append(next);
                }
            }
            case ',' -> endField();
            case '\n' -> endRow();
            case '\r' -> {
                // the line feed after it ends the row
            }
            default -> append(next);
        }
    }

    private void append(byte next) {
        Refusal.where(length == LONGEST_FIELD, 400, "while reading csv: field is too long");
        if (length == field.length) {
            field = Arrays.copyOf(field, length * 2);
        }
        field[length++] = next;
    }

    private void endField() {
        Refusal.where(row.size() == MOST_FIELDS, 400, "while reading csv: too many fields");
        row.add(new String(field, 0, length, StandardCharsets.UTF_8));
        length = 0;
    }

    private void endRow() {
        endField();
        List<String> ended = row;
        row = new ArrayList<>(ended.size());
        if (ended.size() > 1 || !ended.get(0).isEmpty()) {
            rows.accept(ended);
        }
    }
}
