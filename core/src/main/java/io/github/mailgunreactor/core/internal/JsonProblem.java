package io.github.mailgunreactor.core.internal;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON that cannot be read into what was asked for. The message says where and why, without any of the content. */
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonProblem(String message) {
        super(message, null, false, false);
    }

    /** Where and why, but nothing of the content: Jackson's own messages quote it. */
    static JsonProblem of(RuntimeException problem) {
        String path = problem instanceof JacksonException located ? path(located) : "";
        return new JsonProblem(path.isEmpty() ? why(problem) : why(problem) + " at " + path);
    }

    private static String why(RuntimeException problem) {
        if (problem instanceof StreamConstraintsException) {
            return "too deep, or a name or number too long";
        }
        if (problem instanceof StreamReadException) {
            return "not JSON";
        }
        return problem instanceof UnrecognizedPropertyException
                ? "a field that is not known"
                : "a value that is missing or of another type than expected";
    }

    /** Names of record components are ours and may be shown; names in the response, such as keys of maps, may not. */
    static String path(JacksonException problem) {
        StringBuilder text = new StringBuilder();
        for (Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.from() instanceof Map ? "*" : Tolerance.shown(name));
            }
        }
        return text.toString();
    }
}
