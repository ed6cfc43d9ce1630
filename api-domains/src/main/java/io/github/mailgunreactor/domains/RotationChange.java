package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.util.Objects;

/** Whether and how often the DKIM keys of a domain are to be rotated. */
public final class RotationChange extends ParamSet<RotationChange> {
    private static final int FEWEST_DAYS = 5;
    private static final String ENABLED = "rotation_enabled";

    private RotationChange(Params params) {
        super(params, RotationChange::new);
    }

    /** No rotation but that by {@link DkimRotationApi#rotate}. */
    public static RotationChange manual() {
        return new RotationChange(Params.NONE).with(ENABLED, false);
    }

    /** Rotation as often as before, or as Mailgun finds good. */
    public static RotationChange automatic() {
        return new RotationChange(Params.NONE).with(ENABLED, true);
    }

    /**
     * Rotation at an interval.
     *
     * @param interval 5 days or more, in whole days
     */
    public static RotationChange automatic(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        long days = interval.toDays();
        if (days < FEWEST_DAYS || !interval.equals(Duration.ofDays(days))) {
            throw new IllegalArgumentException(
                    "interval must be " + FEWEST_DAYS + " days or more, in whole days, but is " + interval);
        }
        return automatic().with("rotation_interval", days + "d");
    }
}
