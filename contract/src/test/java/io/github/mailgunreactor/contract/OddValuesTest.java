package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.OnUnreadableItem;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every value of every response of the contract, and of every recorded one, in turn becomes something odd. What comes of it is
 * held against the same response without that value: so one odd value costs itself and nothing else, a response fails only
 * where it would fail without the value, which identified the thing, and what is read of an odd value is what was sent.
 *
 * <p>Every build takes each place with a few of the odd values; {@code -Dtolerance.full=true} takes all of them, and
 * {@code -Dtolerance.count=true} only counts.
 */
class OddValuesTest {
    private static final boolean FULL = Boolean.getBoolean("tolerance.full");
    private static final boolean ONLY_COUNT = Boolean.getBoolean("tolerance.count");
    private static final int PER_PLACE = 2;

    /** Stands for no value and no field at all. */
    private static final Object ABSENT = new Object();

    private static final Map<String, Long> OBJECT = Map.of("p50", 3L);
    private static final List<Object> ODD = List.of(
            "N/A",
            "",
            "1,234",
            "unknown",
            "Sun, 30 Feb 2025 00:00:00 GMT",
            "Thu, 30 Jan 2025 16:14:04 CET",
            "Thu, 30 Jan 2025 16:14:04 XYZ",
            "0",
            0L,
            2L,
            new BigDecimal("1.5"),
            1_732_706_400_123_456L,
            -62_135_596_800L,
            true,
            false,
            List.of(),
            Map.of(),
            OBJECT);

    /** What came of many calls. */
    private static final class Tally {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        private final Set<String> failedAt = new HashSet<>();

        void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        void wrong(String what, ContractRow row, String path, Object odd) {
            count("WRONG: " + what);
            wrong.add(what + ": " + row.operation() + " " + path + " = " + text(odd));
        }
    }

    private final Tally tally = new Tally();

    @Test
    void ofContractResponsesCostThemselvesAndNothingElse() {
        ContractTables.ALL.stream()
                .flatMap(table -> table.rows().stream())
                .forEach(row -> change(row, parse(row.response()), true));
        report("contract responses");
    }

    @Test
    void ofRecordedResponsesCostThemselvesAndNothingElse() {
        Path folder = SharedFolder.path("mailgun-api/samples");
        for (Object entry : (List<?>) requireNonNull(Json.readAny(SharedFolder.read(folder.resolve("index.json"))))) {
            Map<?, ?> sample = (Map<?, ?>) entry;
            String shape = Catalogue.Operation.shape(sample.get("method") + " " + sample.get("path_template"));
            if ("response".equals(sample.get("kind"))
                    && (!(sample.get("status") instanceof Long status) || status / 100 == 2)) {
                ContractTables.ALL.stream()
                        .flatMap(table -> table.rows().stream())
                        .filter(row ->
                                Catalogue.Operation.shape(row.operation()).equals(shape))
                        .limit(1)
                        .forEach(row -> change(
                                row,
                                Json.readAny(SharedFolder.read(folder.resolve(String.valueOf(sample.get("file"))))),
                                false));
            }
        }
        report("recorded responses");
    }

    private void report(String what) {
        System.out.println(what + ", one value changed at a time: " + tally.counts);
        System.out.println("  fail only without one of " + tally.failedAt.size() + " places: " + tally.failedAt);
        if (!ONLY_COUNT) {
            assertThat(tally.wrong).isEmpty();
            assertThat(tally.counts.get("read")).isGreaterThan(1_000);
        } else {
            tally.wrong.forEach(System.out::println);
        }
    }

    /** What a call came to: the value as JSON, or {@code null} where it failed. */
    private record Outcome(@Nullable Object value, boolean failed, int told) {}

    private void change(ContractRow row, @Nullable Object good, boolean strictToo) {
        Outcome whole = call(row, good, false);
        if (whole.failed() || good == null) {
            tally.count("not read as it is");
            return;
        }
        if (strictToo && (whole.told() > 0 || call(row, good, true).failed())) {
            tally.wrong("a good response", row, "", "as it is");
        }
        Set<String> differences = differences(good, whole.value());
        List<List<Object>> places = new ArrayList<>();
        collectPlaces(good, List.of(), places);
        for (List<Object> place : places) {
            String path = String.join(".", place.stream().map(String::valueOf).toList());
            Outcome without = call(row, replaced(good, place, ABSENT), false);
            int start = Math.floorMod((row.operation() + path).hashCode(), ODD.size());
            for (int i = 0; i < (FULL ? ODD.size() : PER_PLACE); i++) {
                Object odd = ODD.get((start + i * 5) % ODD.size());
                Object changed = requireNonNull(replaced(good, place, odd));
                Outcome outcome = call(row, changed, false);
                judge(row, path, odd, outcome, without, changed, differences);
                if (strictToo && !OBJECT.equals(odd)) {
                    boolean refused = call(row, changed, true).failed();
                    if (refused != (outcome.failed() || outcome.told() > 0)) {
                        tally.wrong(refused ? "nobody was told" : "told, but not refused", row, path, odd);
                    }
                }
            }
        }
    }

    private void judge(
            ContractRow row,
            String path,
            Object odd,
            Outcome outcome,
            Outcome without,
            Object changed,
            Set<String> differences) {
        if (outcome.failed()) {
            if (without.failed()) {
                tally.count("failed: without identity");
                tally.failedAt.add(row.operation() + " " + path.replaceAll("\\b\\d+\\b", "[]"));
            } else {
                tally.wrong("failed for one value", row, path, odd);
            }
            return;
        }
        tally.count("read");
        if (Objects.equals(outcome.value(), without.value())) {
            return;
        }
        // Something was read of it: that must be what was sent.
        Set<String> more = differences(changed, outcome.value());
        more.removeAll(differences);
        // Fields that no record has are passed over, in an odd object too.
        more.removeIf(difference -> OBJECT.equals(odd) && difference.endsWith(".p50"));
        // A campaign may come as a text, its id, and is written as an object.
        more.removeIf(difference -> odd instanceof String && difference.endsWith(".campaigns[]"));
        // The key as a text is taken as its secret, which nobody can ask for again.
        more.removeIf(difference -> odd instanceof String
                && row.operation().equals("POST /v1/keys")
                && path.equals("key")
                && difference.equals("lost $.key"));
        if (!more.isEmpty()) {
            tally.wrong("another value, or an invented one: " + more, row, path, odd);
        }
    }

    private static Outcome call(ContractRow row, @Nullable Object json, boolean strict) {
        List<Object> told = new ArrayList<>();
        FakeTransport transport =
                FakeTransport.answering(FakeResponse.json(row.status(), json == null ? "null" : text(json)));
        UnreadableValueListener listener = told::add;
        Object value;
        try {
            value = ContractRun.response(row.call()
                            .send(
                                    (strict ? transport.builder() : transport.builderOfLenientClient())
                                            .unreadableValueListener(listener)
                                            .onUnreadableItem(OnUnreadableItem.PASS_OVER)
                                            .build(),
                                    new Notes()))
                    .block();
        } catch (UnreadableResponseException failure) {
            return new Outcome(null, true, told.size());
        }
        return new Outcome(value == null ? null : Json.readAny(Json.write(value)), false, told.size());
    }

    /** Where a response and what was read of it differ: something is lost, or it is not there or another one in the response. */
    private static Set<String> differences(Object response, @Nullable Object read) {
        Set<String> paths = new HashSet<>();
        Losses.between(response, read).paths().forEach(path -> paths.add("lost " + path));
        addInventions("$", read, response, paths);
        return paths;
    }

    private static void addInventions(String path, @Nullable Object read, @Nullable Object sent, Set<String> paths) {
        if (read instanceof Map<?, ?> object) {
            if (sent instanceof Map<?, ?> other) {
                object.forEach((name, value) -> addInventions(path + "." + name, value, other.get(name), paths));
            } else if (!object.isEmpty() && !object.containsValue(sent)) {
                // A few records may also come as a text, which is then one of their components.
                paths.add("invented " + path);
            }
        } else if (read instanceof List<?> list) {
            List<?> others = sent instanceof List<?> several ? several : isSingle(sent) ? List.of(sent) : List.of();
            if (list.size() > others.size()) {
                paths.add("invented " + path);
            }
            for (int i = 0; i < Math.min(list.size(), others.size()); i++) {
                addInventions(path + "[]", list.get(i), others.get(i), paths);
            }
        } else if (!Losses.between(read, sent).paths().isEmpty()
                && !(isSingle(sent) && Losses.between(sent, read).paths().isEmpty())) {
            paths.add("invented " + path);
        }
    }

    private static boolean isSingle(@Nullable Object sent) {
        return sent != null && !sent.equals("") && !sent.equals(Map.of());
    }

    private static void collectPlaces(@Nullable Object json, List<Object> at, List<List<Object>> places) {
        if (!at.isEmpty()) {
            places.add(at);
        }
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> collectPlaces(value, and(at, name), places));
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < Math.min(list.size(), 3); i++) {
                collectPlaces(list.get(i), and(at, i), places);
            }
        }
    }

    private static List<Object> and(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static @Nullable Object replaced(@Nullable Object json, List<Object> path, @Nullable Object by) {
        if (path.isEmpty()) {
            return by;
        }
        List<Object> rest = path.subList(1, path.size());
        if (json instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(object);
            if (rest.isEmpty() && ABSENT.equals(by)) {
                copy.remove(path.get(0));
                return copy;
            }
            copy.put(path.get(0), replaced(object.get(path.get(0)), rest, by));
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) requireNonNull(json));
        int index = (Integer) path.get(0);
        if (rest.isEmpty() && ABSENT.equals(by)) {
            copy.remove(index);
            return copy;
        }
        copy.set(index, replaced(copy.get(index), rest, by));
        return copy;
    }

    private static @Nullable Object parse(String json) {
        return json.isBlank() ? null : Json.readAny(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }
}
