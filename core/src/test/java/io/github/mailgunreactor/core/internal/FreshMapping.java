package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A mapping of a test's own, so that its readers are made in the test, and both its ways of reading. */
final class FreshMapping {
    private final JsonMapping mapping;
    private final List<String> unreadable = new ArrayList<>();

    private FreshMapping(boolean strict) {
        mapping = new JsonMapping(strict);
    }

    static FreshMapping lenient() {
        return new FreshMapping(false);
    }

    static FreshMapping strict() {
        return new FreshMapping(true);
    }

    /** Reads it in both ways, which have to agree on it, and need not tell of anything. */
    <T> T read(Class<T> type, String json) {
        return read(type, null, json);
    }

    <T> T read(Class<T> type, @Nullable Class<?> argument, String json) {
        byte[] bytes = bytes(json);
        T quickly = Objects.requireNonNull(mapping.readUsual(type, argument, bytes, 0, bytes.length));
        T thoroughly =
                mapping.readUnusual(type, argument, bytes, 0, bytes.length, ToleranceProperties.reportTo(unreadable));
        assertThat(thoroughly).isEqualTo(quickly);
        assertThat(unreadable).isEmpty();
        return quickly;
    }

    /** Reads what the record reader has to leave to databind. */
    <T> T readByDatabind(Class<T> type, String json) {
        assertIsUnusual(type, json);
        return readAsCallersDo(type, json);
    }

    <T> T readAsCallersDo(Class<T> type, String json) {
        byte[] bytes = bytes(json);
        return mapping.read(type, null, bytes, 0, bytes.length, ToleranceProperties.reportTo(unreadable));
    }

    /** What is wrong with what neither way reads. */
    String problem(Class<?> type, String json) {
        assertIsUnusual(type, json);
        JsonProblem problem = catchThrowableOfType(JsonProblem.class, () -> readAsCallersDo(type, json));
        return Objects.requireNonNull(problem.getMessage());
    }

    /** Whether the type's records are read by a {@link RecordReader}, which says {@link Unusual} of what is no object. */
    boolean readsQuickly(Class<?> type) {
        return readsQuickly(type, null);
    }

    boolean readsQuickly(Class<?> type, @Nullable Class<?> argument) {
        byte[] noObject = bytes("[]");
        try {
            mapping.readUsual(type, argument, noObject, 0, noObject.length);
            return false;
        } catch (Unusual unusual) {
            return true;
        } catch (JacksonException ofDatabind) {
            return false;
        }
    }

    private void assertIsUnusual(Class<?> type, String json) {
        byte[] bytes = bytes(json);
        RuntimeException givenUp = catchThrowableOfType(
                RuntimeException.class, () -> mapping.readUsual(type, null, bytes, 0, bytes.length));
        assertThat(givenUp).as(json).isInstanceOfAny(Unusual.class, JacksonException.class);
    }

    /** Where something was passed over. */
    List<String> unreadable() {
        return unreadable;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
