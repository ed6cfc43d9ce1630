package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractTablesTest {

    @TestFactory
    Stream<DynamicTest> eachRowSendsTheRequestThatItsTableExpects() {
        return rows(row -> {
            FakeTransport transport = FakeTransport.answering(FakeResponse.json(row.status(), row.response()));

            call(row, transport);

            SentRequest sent = transport.onlySent();
            assertThat(sent.line()).isEqualTo(row.line());
            assertThat(mediaType(sent.contentType())).isEqualTo(row.bodyKind());
            if (row.json() != null) {
                assertThat(sent.json()).isEqualTo(Json.readAny(row.json().getBytes(StandardCharsets.UTF_8)));
            } else {
                assertThat(pairs(sent.form())).isEqualTo(row.form());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachRowNamesTheOperationByTheTemplateItSends() {
        return rows(row -> {
            FakeTransport transport = FakeTransport.answering(FakeResponse.json(row.status(), row.response()));

            call(row, transport);

            SentRequest sent = transport.onlySent();
            assertThat(Catalogue.Operation.shape(sent.method() + " " + sent.template()))
                    .isEqualTo(Catalogue.Operation.shape(row.operation()));
        });
    }

    @TestFactory
    Stream<DynamicTest> eachRowReadsItsAnswerWithoutLoss() {
        return rows(row -> {
            FakeTransport transport = FakeTransport.answering(FakeResponse.json(row.status(), row.response()));

            Object answer = call(row, transport);

            if (row.response().isEmpty()) {
                assertThat(answer).isNull();
                return;
            }
            Object expected = Json.readAny(row.response().getBytes(StandardCharsets.UTF_8));
            Object writtenBack = answer == null ? null : Json.readAny(Json.write(answer));
            assertThat(Losses.between(expected, writtenBack).paths()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> eachTableHasExactlyTheOperationsOfItsModule() {
        return tables(table -> assertThat(table.rows().stream()
                        .map(row -> Catalogue.Operation.shape(row.operation()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Catalogue.of(table.module()).stream()
                        .map(Catalogue.Operation::shape)
                        .toList()));
    }

    @TestFactory
    Stream<DynamicTest> eachDeclaredParameterIsSentByARow() {
        return tables(table -> {
            List<String> unsent = new ArrayList<>();
            for (Catalogue.Operation operation : Catalogue.of(table.module())) {
                Set<String> query = new HashSet<>();
                Set<String> body = new HashSet<>();
                table.rows().stream()
                        .filter(row ->
                                Catalogue.Operation.shape(row.operation()).equals(operation.shape()))
                        .forEach(row -> {
                            FakeTransport transport =
                                    FakeTransport.answering(FakeResponse.json(row.status(), row.response()));
                            call(row, transport);
                            SentRequest sent = transport.onlySent();
                            query.addAll(sent.query().keySet());
                            body.addAll(bodyNames(sent));
                        });
                operation.query().stream()
                        .filter(name -> !query.contains(name))
                        .forEach(name -> unsent.add(operation.name() + " ?" + name));
                operation.body().stream()
                        .filter(name -> !body.contains(name))
                        .forEach(name -> unsent.add(operation.name() + " +" + name));
            }
            assertThat(unsent).isEmpty();
        });
    }

    private static Set<String> bodyNames(SentRequest sent) {
        if (!mediaType(sent.contentType()).equals("application/json")) {
            return sent.form().keySet();
        }
        Set<String> names = new LinkedHashSet<>();
        Object json = sent.json();
        for (Object element : json instanceof List<?> list ? list : List.of(requireNonNull(json))) {
            ((Map<?, ?>) element).keySet().forEach(name -> names.add((String) name));
        }
        return names;
    }

    private static @Nullable Object call(ContractRow row, FakeTransport transport) {
        return ContractRun.response(row.call().send(transport.client(), new Notes()))
                .block();
    }

    private static String mediaType(@Nullable String contentType) {
        String type = Objects.requireNonNullElse(contentType, "");
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters);
    }

    private static List<Map.Entry<String, String>> pairs(Map<String, List<String>> fields) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(Map.entry(name, value))));
        return pairs;
    }

    private static Stream<DynamicTest> rows(Consumer<ContractRow> test) {
        return ContractTables.ALL.stream()
                .flatMap(table -> table.rows().stream())
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> test.accept(row)));
    }

    private static Stream<DynamicTest> tables(Consumer<ContractTable> test) {
        return ContractTables.ALL.stream()
                .map(table -> DynamicTest.dynamicTest(table.module(), () -> test.accept(table)));
    }
}
