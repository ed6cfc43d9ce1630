package io.github.mailgunreactor.simulator.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * How many items a page has in one listing.
 *
 * @param usual where the request does not say
 * @param max whatever the request says
 */
public record PageLimit(int usual, int max) {

    /** As most listings have it. */
    public static final PageLimit DEFAULT = new PageLimit(100, 1000);

    /** The limit of a page that links to the next one: never above what the user of the simulator has set. */
    int linked(SimulatedRequest request, @Nullable Object asked) {
        Integer bound = request.pageSize();
        int limit = counted(request, asked);
        return bound == null ? limit : Math.min(bound, limit);
    }

    /** The limit of a page that its reader counts: as many as it has asked for. */
    int counted(SimulatedRequest request, @Nullable Object asked) {
        Integer bound = request.pageSize();
        int otherwise = bound == null ? usual : Math.min(bound, max);
        return Math.min(max, (int) number("limit", asked, otherwise, 1));
    }

    /** A number of a query or of JSON; refuses any other text and what is below the minimum. */
    public static long number(String name, @Nullable Object value, long otherwise, long min) {
        if (value == null || value.equals("")) {
            return otherwise;
        }
        try {
            long number = Integer.parseInt(value.toString());
            if (number >= min) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as a number out of range is
        }
        throw Refusal.invalid(name);
    }
}
