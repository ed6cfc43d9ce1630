package io.github.mailgunreactor.planted.alpha;

import io.github.mailgunreactor.core.internal.WireDate;
import io.github.mailgunreactor.planted.beta.Accomplice;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Breaks the rules of architecture, one with each method; {@code ArchitectureTest} must find it. Its package has no package-info. */
public class Culprit {
    public @Nullable Accomplice seesAnotherModule() {
        return null;
    }

    public @Nullable ByteBuf seesNetty() {
        return null;
    }

    public @Nullable JsonNode seesJackson() {
        return null;
    }

    public @Nullable Instant seesCoreInternals() {
        return WireDate.parse("");
    }

    public void blocks() {
        Mono.empty().block();
    }

    public void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    public void subscribes() {
        Mono.empty().subscribe();
    }

    public void object() {}
}
