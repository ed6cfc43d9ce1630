package io.github.mailgunreactor.simulator.internal.ips;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The warm-up of an address. Its mail is taken to keep pace with the plan: a stage lasts a day of the simulator's clock,
 * and each has twice the volume of the one before.
 *
 * @param startedAt when it began
 */
record WarmupPlan(Instant startedAt) {
    private static final int STAGES = 15;
    private static final long FIRST_LIMIT = 1000;
    private static final Duration STAGE = Duration.ofDays(1);
    private static final String NEVER = "0001-01-01T00:00:00Z";

    boolean isOver(Instant now) {
        return stage(now) > STAGES;
    }

    /** As it stands in the list of all warm-ups. */
    JsonObject summary(String ip, Instant now) {
        int stage = stage(now);
        return JsonObject.of("ip", ip)
                .and("sent_within_stage", sentWithinStage(now))
                .and("throttle", throttle(stage))
                .and("stage_number", stage)
                .and("stage_start_volume", volumeBefore(stage))
                .and("stage_start_time", startOf(stage).toString())
                .and("stage_volume_limit", limit(stage));
    }

    /** As it is shown by itself. */
    JsonObject details(Instant now) {
        int stage = stage(now);
        Instant stageStart = startOf(stage);
        JsonObject fields = JsonObject.of("sent_within_stage", sentWithinStage(now))
                .and("throttle", throttle(stage))
                .and("start_volume", volumeBefore(stage))
                .and("stage", stage)
                .and("stage_limit", limit(stage))
                .and("hourly_limit", limit(stage) / STAGE.toHours())
                .and("stage_started_at", stageStart.toString())
                .and(
                        "hour_started_at",
                        stageStart
                                .plus(Duration.between(stageStart, now).truncatedTo(ChronoUnit.HOURS))
                                .toString())
                .and("plan_started_at", startedAt.toString())
                .and("plan_last_updated_at", stageStart.toString())
                .and("total_stages", STAGES);
        List<JsonObject> history = new ArrayList<>();
        for (int over = 1; over < stage; over++) {
            // The live API has forgotten when mail was first counted in a stage, and says "never".
            history.add(JsonObject.of("first_updated_at", NEVER)
                    .and("completed_at", startOf(over + 1).toString())
                    .and("limit", limit(over)));
        }
        return fields.and("stage_history", history);
    }

    private int stage(Instant now) {
        return (int) Math.min(STAGES + 1L, Duration.between(startedAt, now).dividedBy(STAGE) + 1);
    }

    private Instant startOf(int stage) {
        return startedAt.plus(STAGE.multipliedBy(stage - 1L));
    }

    private String sentWithinStage(Instant now) {
        return Duration.between(startOf(stage(now)), now).toSeconds() * 100 / STAGE.toSeconds() + "%";
    }

    private static int throttle(int stage) {
        return 100 * stage / STAGES;
    }

    private static long limit(int stage) {
        return FIRST_LIMIT << (stage - 1);
    }

    private static long volumeBefore(int stage) {
        return limit(stage) - FIRST_LIMIT;
    }
}
