package io.github.mailgunreactor.simulator.internal.suppressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvReaderProperties {

    @Property
    void readsWhatWasWrittenWhereverItIsCut(
            @ForAll("tables") List<List<String>> table, @ForAll @IntRange(min = 1, max = 50) int chunk) {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : table) {
            csv.append(String.join(
                            ",", row.stream().map(CsvReaderProperties::quoted).toList()))
                    .append("\r\n");
        }

        assertThat(read(csv.toString(), chunk)).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field =
                Arbitraries.strings().withChars("ab,\"\r\n éß€").ofMaxLength(12);
        // A row of one empty field is a blank line, which is passed over.
        return field.list().ofMinSize(2).ofMaxSize(4).list().ofMaxSize(6);
    }

    @Example
    void readsPlainFieldsAndALastRowWithoutALineBreak() {
        assertThat(read("address,code\n\nann@example.com,550\nbob@example.com,", 3))
                .containsExactly(
                        List.of("address", "code"), List.of("ann@example.com", "550"), List.of("bob@example.com", ""));
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> read(String csv, int chunk) {
        List<List<String>> rows = new ArrayList<>();
        CsvReader reader = new CsvReader(rows::add);
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += chunk) {
            reader.read(ByteBuffer.wrap(bytes, from, Math.min(chunk, bytes.length - from)));
        }
        reader.end();
        return rows;
    }
}
