package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** A route to be created. */
public final class NewRoute extends ParamSet<NewRoute> {
    private NewRoute(Params params) {
        super(params, NewRoute::new);
    }

    /**
     * A route of the highest priority.
     *
     * @param expression which mail it is for
     * @param actions what is done with it, in this order; one or more
     */
    public static NewRoute of(RouteExpression expression, RouteAction... actions) {
        return new NewRoute(Params.NONE)
                .with("expression", expression)
                .with("action", Arguments.requireOneOrMore("actions", actions));
    }

    /** When it is run: the lowest number first. Default: 0. */
    public NewRoute priority(int priority) {
        return with("priority", Arguments.requireRange("priority", priority, 0, Integer.MAX_VALUE));
    }

    /** What it is for. Default: empty. */
    public NewRoute description(String description) {
        return with("description", description);
    }
}
