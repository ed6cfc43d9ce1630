package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.github.mailgunreactor.ips.IpPoolsApi;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeyKind;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each row and each table of the contract against the rules of contracts; and the rules against what breaks them. */
class ContractTablesTest {

    @TestFactory
    Stream<DynamicTest> eachRowSendsTheRequestThatItsTableExpects() {
        return rows(ContractTablesTest::requireRequest);
    }

    private static void requireRequest(ContractRow row) {
        SentRequest sent = sent(row);

        assertThat(sent.line()).isEqualTo(row.line());
        assertThat(mediaType(sent.contentType())).isEqualTo(row.bodyKind());
        if (row.json() != null) {
            assertThat(sent.json()).isEqualTo(Json.readAny(row.json().getBytes(StandardCharsets.UTF_8)));
        } else {
            assertThat(pairs(sent.form())).isEqualTo(row.form());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachRowNamesTheOperationByTheTemplateItSends() {
        return rows(ContractTablesTest::requireTemplate);
    }

    private static void requireTemplate(ContractRow row) {
        SentRequest sent = sent(row);

        assertThat(Catalogue.Operation.shape(sent.method() + " " + sent.template()))
                .isEqualTo(Catalogue.Operation.shape(row.operation()));
    }

    @TestFactory
    Stream<DynamicTest> eachRowReadsItsAnswerWithoutLoss() {
        return rows(ContractTablesTest::requireNoLoss);
    }

    private static void requireNoLoss(ContractRow row) {
        Object answer = call(row, FakeTransport.answering(FakeResponse.json(row.status(), row.response())));

        if (row.response().isEmpty()) {
            assertThat(answer).isNull();
            return;
        }
        Object expected = Json.readAny(row.response().getBytes(StandardCharsets.UTF_8));
        Object writtenBack = answer == null ? null : Json.readAny(Json.write(answer));
        assertThat(Losses.between(expected, writtenBack).paths()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachTableHasExactlyTheOperationsOfItsModule() {
        return tables(ContractTablesTest::requireOperations);
    }

    private static void requireOperations(ContractTable table) {
        assertThat(table.rows().stream()
                        .map(row -> Catalogue.Operation.shape(row.operation()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Catalogue.of(table.module()).stream()
                        .map(Catalogue.Operation::shape)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachDeclaredParameterIsSentByARow() {
        return tables(ContractTablesTest::requireParameters);
    }

    private static void requireParameters(ContractTable table) {
        List<String> unsent = new ArrayList<>();
        for (Catalogue.Operation operation : Catalogue.of(table.module())) {
            Set<String> query = new HashSet<>();
            Set<String> body = new HashSet<>();
            table.rows().stream()
                    .filter(row -> Catalogue.Operation.shape(row.operation()).equals(operation.shape()))
                    .map(ContractTablesTest::sent)
                    .forEach(sent -> {
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
    }

    /** Each rule finds what breaks it. */
    @Nested
    class Planted {
        private final ContractRow.Calls<KeysApi> rows = ContractRow.calls(KeysApi::new);

        @Test
        void anotherPathOrQuery() {
            assertFinds("/v1/keys/k-1", () -> requireRequest(deleted("k-1").sends("DELETE /v1/keys/k-2")));
            assertFinds("?kind=web", () -> requireRequest(listed().sends("GET /v1/keys?kind=user")));
        }

        @Test
        void aBodyWhereNoneIsSent() {
            assertFinds(
                    "x-www-form-urlencoded", () -> requireRequest(deleted("k-1").form("id", "k-1")));
        }

        @Test
        void anotherKindOfBody() {
            assertFinds("multipart/form-data", () -> requireRequest(created().form("role", "sending")));
        }

        @Test
        void anotherFieldOfAForm() {
            assertFinds("\"role\"=\"sending\"", () -> requireRequest(created().multipart("role", "admin")));
        }

        @Test
        void anotherJson() {
            ContractRow.Calls<IpPoolsApi> pools = ContractRow.calls(IpPoolsApi::new);
            ContractRow added = pools.row("POST /v3/ip_pools/{pool_id}/ips.json")
                    .calls((api, notes) -> api.addIps("p-1", List.of("192.0.2.1")))
                    .sends("POST /v3/ip_pools/p-1/ips.json");

            assertFinds("192.0.2.1", () -> requireRequest(added.json("{\"ips\": [\"192.0.2.2\"]}")));
        }

        @Test
        void anotherOperation() {
            ContractRow row = rows.row("DELETE /v1/keys/{key_id}/secret")
                    .calls((keys, notes) -> keys.delete("k-1"))
                    .sends("DELETE /v1/keys/k-1");

            assertFinds("DELETE /v1/keys/{}/secret", () -> requireTemplate(row));
        }

        @Test
        void aFieldThatIsLost() {
            assertFinds("note", () -> requireNoLoss(deleted("k-1").responds("{\"message\": \"ok\", \"note\": 1}")));
        }

        @Test
        void anAnswerWhereNoneIsExpected() {
            assertFinds("Confirmation", () -> requireNoLoss(deleted("k-1").responds("")));
        }

        @Test
        void anOperationWithoutARow() {
            assertFinds("DELETE /v1/keys/{}", () -> requireOperations(table(row -> !isDeletion(row))));
        }

        @Test
        void aRowOfNoOperation() {
            ContractRow stray = rows.row("POST /v1/keys/{key_id}").calls((keys, notes) -> keys.delete("k-1"));

            assertFinds("POST /v1/keys/{}", () -> requireOperations(table(row -> true, stray)));
        }

        @Test
        void aDeclaredParameterThatNoRowSends() {
            assertFinds(
                    "GET /v1/keys ?kind",
                    () -> requireParameters(table(row -> !row.line().contains("kind="))));
        }

        private ContractRow deleted(String id) {
            return rows.row("DELETE /v1/keys/{key_id}")
                    .calls((keys, notes) -> keys.delete(id))
                    .sends("DELETE /v1/keys/" + id);
        }

        private ContractRow listed() {
            return rows.row("GET /v1/keys")
                    .calls((keys, notes) -> keys.list(KeyFilter.all().kind(KeyKind.WEB)))
                    .sends("GET /v1/keys?kind=web")
                    .responds("{\"items\": [], \"total_count\": 0}");
        }

        private ContractRow created() {
            return rows.row("POST /v1/keys")
                    .calls((keys, notes) -> keys.create(NewKey.sending("example.com")))
                    .sends("POST /v1/keys")
                    .responds("{\"message\": \"great success\", \"key\": {\"id\": \"k-1\"}}");
        }

        private boolean isDeletion(ContractRow row) {
            return row.operation().equals("DELETE /v1/keys/{key_id}");
        }

        /** The table of keys with some of its rows, and with others. */
        private ContractTable table(Predicate<ContractRow> kept, ContractRow... more) {
            ContractTable whole = ContractTables.ALL.stream()
                    .filter(table -> table.module().equals("api-keys"))
                    .findFirst()
                    .orElseThrow();
            return new PlantedTable(
                    whole.module(),
                    Stream.concat(whole.rows().stream().filter(kept), Stream.of(more))
                            .toList());
        }

        private void assertFinds(String culprit, ThrowingCallable rule) {
            assertThatThrownBy(rule).hasMessageContaining(culprit);
        }
    }

    private record PlantedTable(String module, List<ContractRow> rows) implements ContractTable {}

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

    private static SentRequest sent(ContractRow row) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(row.status(), row.response()));
        call(row, transport);
        return transport.onlySent();
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
