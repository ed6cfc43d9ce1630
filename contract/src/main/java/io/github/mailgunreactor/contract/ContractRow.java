package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * One call of one operation: what it must send, and a response that it must read without loss. A row starts with
 * {@link #calls} and is completed by the other methods.
 *
 * @param operation verb and path template as the catalogue has them, such as {@code DELETE /v1/keys/{key_id}}
 * @param line the verb, and path and query exactly as they go on the wire
 * @param bodyKind the media type of the body without its parameters; empty where there is no body
 */
public record ContractRow(
        String operation,
        Call call,
        String line,
        String bodyKind,
        List<Map.Entry<String, String>> form,
        @Nullable String json,
        int status,
        String response,
        List<Note> kept) {

    /** A call through the library. */
    @FunctionalInterface
    public interface Call {
        Publisher<?> send(MailgunClient mailgun, Notes notes);
    }

    /**
     * Starts the rows of one API class.
     *
     * @param <A> the class
     */
    public static final class Calls<A> {
        private final Function<MailgunClient, A> api;

        private Calls(Function<MailgunClient, A> api) {
            this.api = api;
        }

        /**
         * A row of an operation, which still has to say what it calls.
         *
         * @param operation verb and path template as the catalogue has them, such as {@code DELETE /v1/keys/{key_id}}
         */
        public Row<A> row(String operation) {
            return new Row<>(api, operation);
        }
    }

    /**
     * A row that still has to say what it calls.
     *
     * @param <A> the API class
     */
    public static final class Row<A> {
        private final Function<MailgunClient, A> api;
        private final String operation;

        private Row(Function<MailgunClient, A> api, String operation) {
            this.api = api;
            this.operation = operation;
        }

        /** A row without a body, whose response is an empty JSON object until it is said otherwise. */
        public ContractRow calls(BiFunction<A, Notes, Publisher<?>> call) {
            Call ofClient = (mailgun, notes) -> call.apply(api.apply(mailgun), notes);
            return new ContractRow(operation, ofClient, "", "", List.of(), null, 200, "{}", List.of());
        }
    }

    /** The rows of one API class, so that each of them names only its method. */
    public static <A> Calls<A> calls(Function<MailgunClient, A> api) {
        return new Calls<>(api);
    }

    record Note(String name, Function<Object, @Nullable String> value) {}

    /** The verb, and path and query exactly as they go on the wire, where notes have their sample values. */
    public ContractRow sends(String expectedLine) {
        return new ContractRow(operation, call, expectedLine, bodyKind, form, json, status, response, kept);
    }

    /** The fields of an urlencoded body in order, as names and values in turn. */
    public ContractRow form(String... namesAndValues) {
        return body("application/x-www-form-urlencoded", pairs(namesAndValues), null);
    }

    /** The fields of a multipart body in order, as names and values in turn; a file's value is its content. */
    public ContractRow multipart(String... namesAndValues) {
        return body("multipart/form-data", pairs(namesAndValues), null);
    }

    /** The JSON body; the order of its fields does not matter. */
    public ContractRow json(String expectedJson) {
        return body("application/json", List.of(), expectedJson);
    }

    private ContractRow body(String kind, List<Map.Entry<String, String>> fields, @Nullable String expectedJson) {
        return new ContractRow(operation, call, line, kind, fields, expectedJson, status, response, kept);
    }

    /** A response with status 200, every field of which must be decoded. */
    public ContractRow responds(String example) {
        return responds(200, example);
    }

    /** A response with another status of success, every field of which must be decoded. */
    public ContractRow responds(int exampleStatus, String example) {
        return new ContractRow(operation, call, line, bodyKind, form, json, exampleStatus, example, kept);
    }

    /** Keeps something of the response for rows after this one. */
    public <T> ContractRow noting(String name, Class<T> type, Function<T, @Nullable String> value) {
        List<Note> more = new ArrayList<>(kept);
        more.add(new Note(name, decoded -> type.isInstance(decoded) ? value.apply(type.cast(decoded)) : null));
        return new ContractRow(operation, call, line, bodyKind, form, json, status, response, List.copyOf(more));
    }

    void note(Object decoded, Notes notes) {
        for (Note note : kept) {
            String value = note.value.apply(decoded);
            if (value != null) {
                notes.keep(note.name, value);
            }
        }
    }

    private static List<Map.Entry<String, String>> pairs(String... namesAndValues) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(Map.entry(namesAndValues[i], Objects.requireNonNull(namesAndValues[i + 1])));
        }
        return List.copyOf(pairs);
    }

    @Override
    public String toString() {
        return operation + " as " + line;
    }
}
