package io.github.mailgunreactor.core.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * How much of one document may be odd, and who is told. Where there is none, in strict mode and in {@link RecordReader},
 * every odd value is an exception.
 */
final class Tolerance {
    /** A document of nothing but oddness must not cost more than a moment. */
    private static final int MOST = 50_000;

    /** A record that cannot be made costs an exception, a value does not. */
    private static final int COST_OF_A_RECORD = 10;

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_.@:-]{1,64}");

    private final UnreadableReport report;
    private final Deque<TokenStreamContext> maps = new ArrayDeque<>();
    private int left = MOST;
    private int recordsLost;

    Tolerance(UnreadableReport report) {
        this.report = report;
    }

    static @Nullable Tolerance of(DeserializationContext context) {
        return (Tolerance) context.getAttribute(Tolerance.class);
    }

    /**
     * Passes over the value at which the parser stands: it is {@code null}, which a component that is required does not take.
     *
     * @throws DatabindException where nothing odd is tolerated
     */
    static void passOver(Class<?> type, JsonParser parser, DeserializationContext context) {
        Tolerance tolerance = of(context);
        if (tolerance == null || tolerance.isExhausted()) {
            throw MismatchedInputException.from(parser, type, "not a value of its type");
        }
        parser.skipChildren();
        tolerance.left--;
        tolerance.report.value(tolerance.path(parser.streamReadContext()));
    }

    /** A map begins: its names are the server's and may be anything. */
    void begin(TokenStreamContext map) {
        maps.push(map);
    }

    /** The map ends that began last. */
    void end() {
        maps.pop();
    }

    /** A record that was begun and could not be made was passed over; the parser stands at its end. */
    void passedOver(TokenStreamContext around, String what) {
        left -= COST_OF_A_RECORD;
        String path = path(around);
        String missing = what.isEmpty() || path.isEmpty() ? path + what : path + '.' + what;
        if (isListInDocument(around)) {
            report.record(missing, around.getCurrentIndex() - recordsLost);
            recordsLost++;
        } else {
            report.value(missing);
        }
    }

    boolean isExhausted() {
        return left <= 0;
    }

    private static boolean isListInDocument(TokenStreamContext context) {
        return context.inArray()
                && context.getParent().inObject()
                && context.getParent().getParent().inRoot();
    }

    private String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        append(path, context);
        return path.toString();
    }

    private void append(StringBuilder path, TokenStreamContext context) {
        if (context.inRoot()) {
            return;
        }
        append(path, context.getParent());
        if (context.inArray()) {
            path.append("[]");
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name(context));
        }
    }

    private String name(TokenStreamContext context) {
        return maps.contains(context) ? "*" : shown(String.valueOf(context.currentName()));
    }

    /** A name that is the server's is shown only where it is no more than a name. */
    static String shown(String name) {
        return FIELD_NAME.matcher(name).matches() ? name : "?";
    }
}
