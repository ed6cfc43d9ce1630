package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the warm-up of one address has got.
 *
 * @param details the plan and its progress
 */
public record IpWarmupStatus(Details details) {

    /**
     * The plan and its progress.
     *
     * @param sentWithinStage how much of the stage's volume is sent, such as {@code 25%}
     * @param throttle how strongly its mail is held back, as Mailgun counts it
     * @param startVolume how many messages had been sent when the stage began
     * @param stage the stage it is in, from 1
     * @param stageLimit how many messages the stage has
     * @param hourlyLimit how many messages it may send in an hour
     * @param stageStartedAt when the stage began
     * @param hourStartedAt when the hour began that counts against the hourly limit
     * @param planStartedAt when the warm-up began
     * @param planLastUpdatedAt when the plan last changed
     * @param totalStages how many stages the plan has
     * @param stageHistory the stages that are over, in order
     */
    public record Details(
            @JsonProperty("sent_within_stage") @Nullable String sentWithinStage,
            @Nullable Integer throttle,
            @JsonProperty("start_volume") @Nullable Long startVolume,
            @Nullable Integer stage,
            @JsonProperty("stage_limit") @Nullable Long stageLimit,
            @JsonProperty("hourly_limit") @Nullable Long hourlyLimit,
            @JsonProperty("stage_started_at") @Nullable Instant stageStartedAt,
            @JsonProperty("hour_started_at") @Nullable Instant hourStartedAt,
            @JsonProperty("plan_started_at") @Nullable Instant planStartedAt,
            @JsonProperty("plan_last_updated_at") @Nullable Instant planLastUpdatedAt,
            @JsonProperty("total_stages") @Nullable Integer totalStages,
            @JsonProperty("stage_history") List<FinishedStage> stageHistory) {}

    /**
     * A stage that is over.
     *
     * @param firstUpdatedAt when mail was first counted in it; {@code null} where Mailgun did not keep it
     * @param completedAt when it was over
     * @param limit how many messages it had
     */
    public record FinishedStage(
            @JsonProperty("first_updated_at") @Nullable Instant firstUpdatedAt,
            @JsonProperty("completed_at") @Nullable Instant completedAt,
            @Nullable Long limit) {}
}
