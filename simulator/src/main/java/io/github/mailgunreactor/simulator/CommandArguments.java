package io.github.mailgunreactor.simulator;

import java.util.ArrayList;
import java.util.List;

/** The arguments of {@link SimulatorCommand}, read and checked. */
record CommandArguments(boolean help, SimulatorBuilder simulator) {
    static final String USAGE = """
            Usage: java -jar simulator.jar [OPTION]...
            A Mailgun for tests and trials: it keeps what it is told in memory and sends no mail.

              --port PORT       port of the first region, others take the next ones (default 8025, 0 for any free port)
              --region NAME     a region with a port of its own; give it again for more (default us)
              --key KEY         the API key of the account; give it again for more accounts (default key-simulator)
              --page-size N     how many items a page has
              --help            show this and exit

            It listens on the loopback interface only, until it is interrupted or terminated.
            """;

    private static final int DEFAULT_PORT = 8025;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static CommandArguments parse(String... arguments) {
        SimulatorBuilder simulator = Simulator.builder().port(DEFAULT_PORT);
        List<String> regions = new ArrayList<>();
        int accounts = 0;
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals("--help") || option.equals("-h")) {
                return new CommandArguments(true, simulator);
            }
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!List.of("--port", "--region", "--key", "--page-size").contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (equals < 0 && i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            String value = equals < 0 ? arguments[++i] : option.substring(equals + 1);
            switch (name) {
                case "--port" -> simulator.port(number(name, value));
                case "--page-size" -> simulator.pageSize(number(name, value));
                case "--region" -> regions.add(value);
                default -> simulator.account(accounts == 0 ? "simulated" : "simulated-" + accounts, value);
            }
            accounts += name.equals("--key") ? 1 : 0;
        }
        if (!regions.isEmpty()) {
            simulator.regions(regions.toArray(String[]::new));
        }
        return new CommandArguments(false, simulator);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " must be a number, but is \"" + value + "\"");
        }
    }
}
