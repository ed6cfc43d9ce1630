package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.netty.ChannelBindException;
import reactor.util.Loggers;

/**
 * Runs a {@link Simulator} by itself, beside a program in any language:
 *
 * <pre>{@code
 * java -jar simulator/target/simulator.jar --port 8025 --region us --region eu
 * }</pre>
 *
 * <p>Exit status: 1 if a port is taken, 2 for bad arguments.
 */
public final class SimulatorCommand {
    private static final int PORT_TAKEN = 1;
    private static final int BAD_ARGUMENTS = 2;
    /** So long who waits for the first answer has the processors to itself. */
    private static final int MILLIS_TO_ANSWER_FIRST = 3000;

    private SimulatorCommand() {}

    /** Runs until the process is interrupted or terminated. */
    public static void main(String... arguments) throws InterruptedException {
        // What renders templates brings slf4j with nothing behind it, which would swallow what Reactor has to say.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        EarlyLoading.begin();
        Loggers.useJdkLoggers();
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) throws InterruptedException {
        try {
            CommandArguments parsed = CommandArguments.parse(arguments);
            if (parsed.help()) {
                out.print(CommandArguments.USAGE);
                return 0;
            }
            return serve(parsed, out);
        } catch (IllegalArgumentException bad) {
            err.println("simulator: " + bad.getMessage());
            err.println("Try --help.");
            return BAD_ARGUMENTS;
        } catch (ChannelBindException taken) {
            err.println("simulator: cannot listen on port " + taken.localPort() + "; is it in use? Choose another with"
                    + " --port, or 0 for any.");
            return PORT_TAKEN;
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, @Nullable Object> seeds(Path file) {
        try {
            if (Json.readAny(Files.readAllBytes(file)) instanceof Map<?, ?> object) {
                return (Map<String, @Nullable Object>) object;
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--seed cannot be read: " + unreadable, unreadable);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("--seed is not JSON", malformed);
        }
        throw new IllegalArgumentException("--seed is no JSON object");
    }

    private static int serve(CommandArguments parsed, PrintStream out) throws InterruptedException {
        Map<String, @Nullable Object> seeds = parsed.seed() == null ? Map.of() : seeds(parsed.seed());
        SimulatorBuilder builder = parsed.simulator();
        Simulator simulator = builder.serve();
        try {
            new ControlSeeds(simulator).apply(seeds);
        } catch (IllegalArgumentException wrong) {
            simulator.close();
            throw wrong;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            out.println("Stopped.");
            out.flush();
            stopped.countDown();
        }));
        for (String region : simulator.regions()) {
            out.println("Mailgun simulator, region " + region + ": " + simulator.baseUrl(region));
        }
        out.println("API key: "
                + builder.accounts().stream().map(SimulatorState.Setup::key).collect(Collectors.joining(", ")));
        out.println("Webhook signing key: " + simulator.signingKey());
        out.println("Try: curl -u api:" + simulator.key() + " " + simulator.baseUrl() + "/v1/keys");
        out.println("Control: " + simulator.baseUrl() + "/_simulator/health");
        if (simulator.hasTls()) {
            out.println("Certificate to trust, also GET /_simulator/certificate:");
            out.print(simulator.certificate());
        }
        out.flush();
        if (!stopped.await(MILLIS_TO_ANSWER_FIRST, TimeUnit.MILLISECONDS)) {
            simulator.prepare();
        }
        stopped.await();
        return 0;
    }
}
