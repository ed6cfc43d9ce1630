package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void hasEveryOperationThatThePublishedListGivesTheModules() {
        String published =
                new String(SharedFolder.read(SharedFolder.path("mailgun-api/operations.tsv")), StandardCharsets.UTF_8);
        Set<String> modules =
                Catalogue.all().stream().map(Catalogue.Operation::module).collect(Collectors.toSet());

        Set<String> expected = published
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(columns -> modules.contains(columns[0]))
                .map(columns -> columns[0] + " " + Catalogue.Operation.shape(columns[2] + " " + columns[3]))
                .collect(Collectors.toSet());

        assertThat(Catalogue.all().stream().map(operation -> operation.module() + " " + operation.shape()))
                .containsAll(expected);
    }

    @Test
    void hasAsManyOperationsAsTheReadmeSays() {
        String readme = new String(SharedFolder.read(Path.of("../README.md")), StandardCharsets.UTF_8);
        Matcher sentence = Pattern.compile("(\\d+) of Mailgun's\\s+operations").matcher(readme);

        assertThat(sentence.find()).isTrue();
        assertThat(Catalogue.all()).hasSize(Integer.parseInt(sentence.group(1)));
    }

    @Test
    void hasEachOperationOnce() {
        assertThat(Catalogue.all().stream().map(Catalogue.Operation::shape)).doesNotHaveDuplicates();
    }
}
