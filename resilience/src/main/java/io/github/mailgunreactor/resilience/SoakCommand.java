package io.github.mailgunreactor.resilience;

import java.time.Duration;
import java.util.List;

/** Runs the soak for as many minutes as the first argument says, 10 by default; exits with 1 if something grew. */
public final class SoakCommand {
    private SoakCommand() {}

    public static void main(String[] arguments) {
        int minutes = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        List<String> grown = new Soak(Duration.ofMinutes(minutes), 3 * minutes, System.out).run();
        grown.forEach(System.out::println);
        System.out.println(grown.isEmpty() ? "nothing grew" : "something grew");
        System.exit(grown.isEmpty() ? 0 : 1);
    }
}
