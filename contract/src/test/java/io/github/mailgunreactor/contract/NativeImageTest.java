package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The metadata for native images that the jars carry. With {@code -Dmetadata.write=true} it is written anew. The modules for Spring
 * have none: the starter registers hints, which Spring writes when an application is built.
 */
class NativeImageTest {
    @BeforeAll
    static void writeItIfAsked() {
        if (Boolean.getBoolean("metadata.write")) {
            modules()
                    .forEach(module ->
                            PublishedModules.write(NativeImageMetadata.file(module), NativeImageMetadata.of(module)));
        }
    }

    static List<PublishedModules.Module> modules() {
        return PublishedModules.all().stream()
                .filter(module -> !module.name().startsWith("spring-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleSaysWhatANativeImageMustKnowOfIt(PublishedModules.Module module) {
        assertThat(PublishedModules.textIfThere(NativeImageMetadata.file(module)))
                .as(
                        "%s; written anew by -Dtest=NativeImageTest -Dmetadata.write=true",
                        NativeImageMetadata.file(module))
                .isEqualTo(NativeImageMetadata.of(module));
    }

    @Test
    void everyTypeThatTheCodeHasReadFromJsonIsThere() {
        Set<String> decoded = new TreeSet<>(NativeImageMetadata.decoded(PublishedModules.here()));
        decoded.removeIf(NativeImageTest::isUnpublished);

        assertThat(decoded)
                .hasSizeGreaterThan(250)
                .contains("io.github.mailgunreactor.webhooks.WebhookVerifier$EventBody");
        assertThat(missing(decoded)).isEmpty();
    }

    @Test
    void everyRecordThatARowOfTheContractIsReadIntoIsThere() {
        Set<String> met = new TreeSet<>();
        ContractTables.ALL.stream()
                .flatMap(table -> table.rows().stream())
                .map(NativeImageTest::response)
                .forEach(value -> addRecords(value, met));

        assertThat(met).hasSizeGreaterThan(200);
        assertThat(missing(met)).isEmpty();
    }

    @Test
    void whatATypeIsMadeOfIsMissedWithIt() {
        assertThat(missing(NativeImageMetadata.decoded(Planted.class)))
                .containsExactlyInAnyOrder(Planted.class.getName(), Inner.class.getName());
    }

    /** Stands for a record that somebody adds without its metadata. */
    record Planted(Map<String, List<Inner>> inner, io.github.mailgunreactor.core.@Nullable Confirmation known) {}

    record Inner(String text) {}

    private static boolean isUnpublished(String type) {
        return Stream.of("contract.", "testing.", "core.testing.")
                .anyMatch(unpublished -> type.startsWith("io.github.mailgunreactor." + unpublished));
    }

    private static Set<String> missing(Set<String> types) {
        Set<String> missing = new TreeSet<>(types);
        modules().forEach(module -> missing.removeAll(registered(module)));
        return missing;
    }

    private static List<String> registered(PublishedModules.Module module) {
        String text = PublishedModules.textIfThere(NativeImageMetadata.file(module));
        if (text == null) {
            return List.of();
        }
        Map<?, ?> file = (Map<?, ?>) requireNonNull(Json.readAny(text.getBytes(StandardCharsets.UTF_8)));
        return file.get("reflection") instanceof List<?> entries
                ? entries.stream()
                        .map(entry -> (Map<?, ?>) entry)
                        .filter(entry -> Boolean.TRUE.equals(entry.get("allDeclaredConstructors")))
                        .map(entry -> String.valueOf(entry.get("type")))
                        .toList()
                : List.of();
    }

    private static @Nullable Object response(ContractRow row) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(row.status(), row.response()));
        return ContractRun.response(row.call().send(transport.client(), new Notes()))
                .block();
    }

    private static void addRecords(@Nullable Object value, Set<String> met) {
        if (value instanceof Record record) {
            if (record.getClass().getName().startsWith("io.github.mailgunreactor.")) {
                met.add(record.getClass().getName());
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                addRecords(component(record, component), met);
            }
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> addRecords(one, met));
        } else if (value instanceof Map<?, ?> map) {
            addRecords(map.values(), met);
        }
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
