package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Which moves between dynamic IP pools to list. */
public final class DynamicPoolHistoryFilter extends ParamSet<DynamicPoolHistoryFilter> {
    private static final DynamicPoolHistoryFilter ALL = new DynamicPoolHistoryFilter(Params.NONE).pageSize(100);

    /** This operation documents a zone's name where others take a numeric offset. */
    private static final DateTimeFormatter WITH_ZONE_NAME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private DynamicPoolHistoryFilter(Params params) {
        super(params, DynamicPoolHistoryFilter::new);
    }

    /** Every move of a domain of the account itself, in pages of 100, the most that Mailgun allows. */
    public static DynamicPoolHistoryFilter all() {
        return ALL;
    }

    /** How many moves a page has, 1 to 100. Default: 100. */
    public DynamicPoolHistoryFilter pageSize(int moves) {
        return with("Limit", Arguments.requireRange("moves", moves, 1, 100));
    }

    /** With {@code true} also moves of the domains of subaccounts. */
    public DynamicPoolHistoryFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** Only moves of this domain. */
    public DynamicPoolHistoryFilter domain(String domain) {
        return with("domain", Arguments.requireText("domain", domain));
    }

    /** Only moves before this time, to the second, in the years 1900 to 9999. */
    public DynamicPoolHistoryFilter before(Instant end) {
        return with("before", text("end", end));
    }

    /** Only moves after this time, to the second, in the years 1900 to 9999. */
    public DynamicPoolHistoryFilter after(Instant start) {
        return with("after", text("start", start));
    }

    /** Only moves into this pool. */
    public DynamicPoolHistoryFilter movedTo(DynamicPool pool) {
        return with("moved_to", pool);
    }

    /** Only moves out of this pool. */
    public DynamicPoolHistoryFilter movedFrom(DynamicPool pool) {
        return with("moved_from", pool);
    }

    private static String text(String parameter, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    parameter + " must be from " + EARLIEST + " to " + LATEST + ", but is " + time);
        }
        return WITH_ZONE_NAME.format(time);
    }
}
