package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is being warmed up: stage by stage it may send more.
 *
 * @param sentWithinStage how much of the stage's volume is sent, such as {@code 25%}
 * @param throttle how strongly its mail is held back, as Mailgun counts it
 * @param stageNumber the stage it is in, from 1
 * @param stageStartVolume how many messages had been sent when the stage began
 * @param stageStartTime when the stage began
 * @param stageVolumeLimit how many messages the stage has
 */
public record IpWarmup(
        String ip,
        @JsonProperty("sent_within_stage") @Nullable String sentWithinStage,
        @Nullable Integer throttle,
        @JsonProperty("stage_number") @Nullable Integer stageNumber,
        @JsonProperty("stage_start_volume") @Nullable Long stageStartVolume,
        @JsonProperty("stage_start_time") @Nullable Instant stageStartTime,
        @JsonProperty("stage_volume_limit") @Nullable Long stageVolumeLimit) {}
