package io.github.mailgunreactor.simulator.internal.ips;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, Object> summary(String ip, Instant now) {
        int stage = stage(now);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ip", ip);
        fields.put("sent_within_stage", sentWithinStage(now));
        fields.put("throttle", throttle(stage));
        fields.put("stage_number", stage);
        fields.put("stage_start_volume", volumeBefore(stage));
        fields.put("stage_start_time", startOf(stage).toString());
        fields.put("stage_volume_limit", limit(stage));
        return fields;
    }

    /** As it is shown by itself. */
    Map<String, Object> details(Instant now) {
        int stage = stage(now);
        Instant stageStart = startOf(stage);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sent_within_stage", sentWithinStage(now));
        fields.put("throttle", throttle(stage));
        fields.put("start_volume", volumeBefore(stage));
        fields.put("stage", stage);
        fields.put("stage_limit", limit(stage));
        fields.put("hourly_limit", limit(stage) / STAGE.toHours());
        fields.put("stage_started_at", stageStart.toString());
        fields.put(
                "hour_started_at",
                stageStart
                        .plus(Duration.between(stageStart, now).truncatedTo(ChronoUnit.HOURS))
                        .toString());
        fields.put("plan_started_at", startedAt.toString());
        fields.put("plan_last_updated_at", stageStart.toString());
        fields.put("total_stages", STAGES);
        List<Map<String, Object>> history = new ArrayList<>();
        for (int over = 1; over < stage; over++) {
            // The live API has forgotten when mail was first counted in a stage, and says "never".
            history.add(Map.of(
                    "first_updated_at", NEVER, "completed_at", startOf(over + 1).toString(), "limit", limit(over)));
        }
        fields.put("stage_history", history);
        return fields;
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
