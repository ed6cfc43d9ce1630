package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.util.Objects;

/** Whether and how often the DKIM keys of a domain are to be rotated. */
public final class RotationChange extends ParamSet<RotationChange> {
    private static final int FEWEST_DAYS = 5;

    /** No rotation but that by {@link DkimRotationApi#rotate}. */
    public static final RotationChange OFF = new RotationChange(Params.NONE).with("rotation_enabled", false);

    /** Rotation as often as before, or as Mailgun finds good. */
    public static final RotationChange ON = new RotationChange(Params.NONE).with("rotation_enabled", true);

    private RotationChange(Params params) {
        super(params);
    }

    @Override
    protected RotationChange copy(Params params) {
        return new RotationChange(params);
    }

    /**
     * Rotation at an interval.
     *
     * @param interval 5 days or more, in whole days
     */
    public static RotationChange every(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        long days = interval.toDays();
        if (days < FEWEST_DAYS || !interval.equals(Duration.ofDays(days))) {
            throw new IllegalArgumentException(
                    "interval must be " + FEWEST_DAYS + " days or more, in whole days, but is " + interval);
        }
        return ON.with("rotation_interval", days + "d");
    }
}
