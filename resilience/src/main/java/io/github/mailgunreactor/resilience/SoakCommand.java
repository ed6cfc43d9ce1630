package io.github.mailgunreactor.resilience;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import reactor.util.Loggers;

/** Runs the soak for as many minutes as the first argument says, 10 by default; exits with 1 if something grew. */
public final class SoakCommand {
    /** Held, as the JDK forgets loggers that nobody holds. */
    private static final Logger REACTOR_NETTY = Logger.getLogger("reactor.netty");

    private SoakCommand() {}

    public static void main(String[] arguments) {
        Loggers.useJdkLoggers();
        REACTOR_NETTY.setLevel(Level.OFF); // it would tell of each of the faults, 200 lines a second
        int minutes = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        if (minutes < 1) {
            throw new IllegalArgumentException("minutes must be at least 1");
        }
        List<String> grown = new Soak(Duration.ofMinutes(minutes), 3 * minutes, System.out).run();
        grown.forEach(System.out::println);
        System.out.println(grown.isEmpty() ? "nothing grew" : "something grew");
        System.exit(grown.isEmpty() ? 0 : 1);
    }
}
