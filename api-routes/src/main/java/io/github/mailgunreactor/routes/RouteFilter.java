package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** At which position of the account's routes to start. */
public final class RouteFilter extends ParamSet<RouteFilter> {
    private static final int LARGEST_PAGE = 1000;

    private static final RouteFilter ALL = new RouteFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private RouteFilter(Params params) {
        super(params, RouteFilter::new);
    }

    /** All routes, in the largest pages that Mailgun has. */
    public static RouteFilter all() {
        return ALL;
    }

    /** How many routes to pass over first. Default: none. */
    public RouteFilter skip(long routes) {
        return with("skip", Arguments.requireRange("routes", routes, 0, Long.MAX_VALUE));
    }

    /**
     * How many routes one request gets.
     *
     * @param routes 1 to 1000, which is the default
     */
    public RouteFilter pageSize(int routes) {
        return with("limit", Arguments.requireRange("routes", routes, 1, LARGEST_PAGE));
    }
}
