package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every operation, found by method and path. A literal segment wins over a variable, so that
 * {@code /v3/domains/{name}/tracking} and {@code /v3/{domain}/stats/total} can stand side by side.
 */
public final class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*}");

    /** A route and the values of its path variables. */
    record Match(Route route, Map<String, String> variables) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<Method, Route> routes = new EnumMap<>(Method.class);
        private @Nullable Node variable;
    }

    private final Node root = new Node();
    private final Map<String, Route> byOperation = new LinkedHashMap<>();

    public static Routes of(List<Operations> operations) {
        Routes routes = new Routes();
        operations.forEach(each -> each.register(routes));
        return routes;
    }

    /** Adds an operation; the template is Mailgun's, such as {@code /v1/keys/{key_id}}. */
    public Route add(Method method, String template, Handler handler) {
        Route route = new Route(method, template, handler);
        Node node = root;
        for (String segment : segments(template)) {
            if (Route.isVariable(segment)) {
                if (node.variable == null) {
                    node.variable = new Node();
                }
                node = node.variable;
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node());
            }
        }
        if (node.routes.putIfAbsent(method, route) != null) {
            throw new IllegalArgumentException(route.operation() + " is registered twice");
        }
        byOperation.put(normalized(route.operation()), route);
        return route;
    }

    /** The route for a path as it came over the wire, or {@code null}. */
    @Nullable
    Match find(Method method, String rawPath) {
        List<String> path = segments(rawPath);
        List<String> values = new ArrayList<>();
        Route route = find(root, path, 0, method, values);
        if (route == null) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            variables.put(route.variables().get(i), values.get(i));
        }
        return new Match(route, variables);
    }

    private static @Nullable Route find(Node node, List<String> path, int at, Method method, List<String> values) {
        if (at == path.size()) {
            return node.routes.get(method);
        }
        String segment = decoded(path.get(at));
        Node literal = node.literals.get(segment);
        if (literal != null) {
            Route route = find(literal, path, at + 1, method, values);
            if (route != null) {
                return route;
            }
        }
        if (node.variable == null || segment.isEmpty()) {
            return null;
        }
        values.add(segment);
        Route route = find(node.variable, path, at + 1, method, values);
        if (route == null) {
            values.remove(values.size() - 1);
        }
        return route;
    }

    /** The methods that have an operation on this path. */
    List<Method> allowed(String rawPath) {
        List<Method> allowed = new ArrayList<>();
        for (Method method : Method.values()) {
            if (find(method, rawPath) != null) {
                allowed.add(method);
            }
        }
        return allowed;
    }

    /**
     * The route that a user names as {@code "GET /v1/keys"}; the names of path variables do not matter.
     *
     * @throws IllegalArgumentException if the simulator has no such operation
     */
    public Route named(String operation) {
        Route route = byOperation.get(normalized(operation));
        if (route == null) {
            throw new IllegalArgumentException("operation must be one that the simulator serves, method and path"
                    + " template such as \"GET /v1/keys\", but is \"" + operation + "\"");
        }
        return route;
    }

    /** Every operation, as {@code "GET /v1/keys"}. */
    public List<String> operations() {
        return byOperation.values().stream().map(Route::operation).toList();
    }

    private static String normalized(String operation) {
        return VARIABLE.matcher(operation).replaceAll("{}");
    }

    static List<String> segments(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    /** A plus is itself in a path, other than in a query. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "malformed percent-encoding");
        }
    }
}
