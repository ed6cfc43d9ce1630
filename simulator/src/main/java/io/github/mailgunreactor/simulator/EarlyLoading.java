package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Json;
import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import java.util.Objects;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * Loads what the first answer needs beside what is done before it can be asked for: with two processors a simulator that runs by
 * itself answers a third sooner.
 */
final class EarlyLoading {
    private static final String FLIGHT_RECORDER = "io.netty.jfr.enabled";

    private EarlyLoading() {}

    static void begin() {
        // What Netty would tell the flight recorder of its buffers is a tenth of the start.
        System.setProperty(FLIGHT_RECORDER, System.getProperty(FLIGHT_RECORDER, "false"));
        start("json", () -> Json.write(Map.of()));
        start("netty", () -> {
            if (LoopResources.hasNativeSupport()) {
                Objects.requireNonNull(ByteBufAllocator.DEFAULT);
            }
            Objects.requireNonNull(HttpServer.create().compress(true));
        });
    }

    private static void start(String what, Runnable loading) {
        Thread thread = new Thread(loading, "loading-" + what);
        thread.setDaemon(true);
        thread.start();
    }
}
