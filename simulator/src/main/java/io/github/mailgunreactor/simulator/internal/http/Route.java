package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation that the simulator serves, with its handler and its options. */
public final class Route {
    private final Method method;
    private final String template;
    private final Handler handler;
    private final List<String> variables = new ArrayList<>();
    private String budget;
    private boolean readOnly;
    private boolean sending;
    private boolean forDisabled;
    private @Nullable Function<SimulatedRequest, FileSink> fileSink;

    Route(Method method, String template, Handler handler) {
        this.method = method;
        this.template = template;
        this.handler = handler;
        this.budget = operation();
        this.readOnly = method == Method.GET;
        for (String segment : Routes.segments(template)) {
            if (isVariable(segment)) {
                variables.add(segment.substring(1, segment.length() - 1));
            }
        }
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Counts against a budget that several operations share, such as {@link RequestBudgets#SUPPRESSIONS}. */
    public Route budget(String name) {
        this.budget = name;
        return this;
    }

    /** A POST that only asks, so that a key with the role {@code basic} may use it. */
    public Route readOnly() {
        this.readOnly = true;
        return this;
    }

    /** Can be called for an account that is disabled; its handler sees to what follows from that. */
    public Route forDisabled() {
        this.forDisabled = true;
        return this;
    }

    /** May be used with a sending key. */
    public Route sending() {
        this.sending = true;
        return this;
    }

    /**
     * Passes uploaded files on as they arrive, whatever their size, to a sink made for each request. When it is made,
     * path, query and account of the request are known; the form is not. The handler finds it under
     * {@link SimulatedRequest#sink}.
     */
    public Route consumingFiles(Function<SimulatedRequest, FileSink> sink) {
        this.fileSink = sink;
        return this;
    }

    Method method() {
        return method;
    }

    String template() {
        return template;
    }

    public String operation() {
        return method + " " + template;
    }

    Handler handler() {
        return handler;
    }

    /** The names of the path variables, in order. */
    List<String> variables() {
        return variables;
    }

    String budget() {
        return budget;
    }

    /** Whether a key may use this operation; the live API lets a sending key send and a {@code basic} one read. */
    boolean allows(StoredKey key) {
        return key.sendsOnly() ? sending : readOnly || !key.role().equals("basic");
    }

    boolean isForDisabled() {
        return forDisabled;
    }

    @Nullable
    Function<SimulatedRequest, FileSink> fileSink() {
        return fileSink;
    }
}
