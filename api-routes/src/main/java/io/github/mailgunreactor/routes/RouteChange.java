package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** What is to change of a route; what is not set stays as it is. */
public final class RouteChange extends ParamSet<RouteChange> {
    private static final RouteChange NONE = new RouteChange(Params.NONE);

    private RouteChange(Params params) {
        super(params, RouteChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static RouteChange none() {
        return NONE;
    }

    /** When it is run: the lowest number first. */
    public RouteChange priority(int priority) {
        return with("priority", Arguments.requireRange("priority", priority, 0, Integer.MAX_VALUE));
    }

    /** What it is for. */
    public RouteChange description(String description) {
        return with("description", description);
    }

    /** Which mail it is for. */
    public RouteChange expression(RouteExpression expression) {
        return with("expression", expression);
    }

    /**
     * What is done with the mail, in place of all actions that are there.
     *
     * @param actions one or more
     */
    public RouteChange actions(RouteAction... actions) {
        return with("action", Arguments.requireOneOrMore("actions", actions));
    }
}
