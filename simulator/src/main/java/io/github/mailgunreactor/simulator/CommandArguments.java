package io.github.mailgunreactor.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of {@link SimulatorCommand}, read and checked. */
record CommandArguments(
        boolean help, SimulatorBuilder simulator, @Nullable Path seed) {
    static final String USAGE = """
            Usage: java -jar simulator.jar [OPTION]...
            A Mailgun for tests and trials: it keeps what it is told in memory and sends no mail.

              --port PORT       port of the first region, others take the next ones (default 8025, 0 for any free port)
              --region NAME     a region with a port of its own; give it again for more (default us)
              --key KEY         the API key of the account; give it again for more accounts (default key-simulator)
              --page-size N     how many items a page has
              --host ADDRESS    the address to listen on (default 127.0.0.1; 0.0.0.0 in a container)
              --seed FILE       JSON that prepares domains, keys, IPs, suppressions and traffic
              --keep N          how many messages are kept, the latest (default 20000)
              --keep-bytes N    how much memory they may take (default an eighth of the heap, at most 256 MB)
              --tls             listen with TLS, with a certificate made for this run; it is printed, and served by
                                GET /_simulator/certificate
              --tls-name NAME   a further name or address for that certificate; give it again for more
              --tls-certificate FILE, --tls-key FILE
                                listen with TLS, with a certificate and its key from PEM files
              --retry-after S,… how many seconds after a failed delivery it is tried again (default 1,2,3,12,24,48)
              --retry-routes-after S,… the same for what routes post (default 2,3,6,12,24,48)
              --help            show this and exit

            It runs until it is interrupted or terminated. GET /_simulator/health tells that it is up,
            GET /_simulator/openapi.json what else it can be asked.
            """;

    private static final int DEFAULT_PORT = 8025;
    private static final List<String> OPTIONS = List.of(
            "--port",
            "--region",
            "--key",
            "--page-size",
            "--host",
            "--seed",
            "--keep",
            "--keep-bytes",
            "--retry-after",
            "--retry-routes-after",
            "--tls-name",
            "--tls-certificate",
            "--tls-key");

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static CommandArguments parse(String... arguments) {
        SimulatorBuilder simulator = Simulator.builder().port(DEFAULT_PORT);
        List<String> regions = new ArrayList<>();
        int accounts = 0;
        Path seed = null;
        int keep = simulator.bounds().messages();
        long keepBytes = simulator.bounds().messageBytes();
        TlsArguments tls = new TlsArguments();
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals("--help") || option.equals("-h")) {
                return new CommandArguments(true, simulator, null);
            }
            if (option.equals("--tls")) {
                tls.wanted = true;
                continue;
            }
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!OPTIONS.contains(name)) {
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
                case "--host" -> simulator.host(value);
                case "--seed" -> seed = Path.of(value);
                case "--keep" -> keep = number(name, value);
                case "--retry-routes-after" -> simulator.retryRoutesAfter(waits(name, value));
                case "--retry-after" -> simulator.retryDeliveriesAfter(waits(name, value));
                case "--tls-name" -> tls.names.add(value);
                case "--tls-certificate" -> tls.certificate = Path.of(value);
                case "--tls-key" -> tls.key = Path.of(value);
                case "--keep-bytes" -> keepBytes = number(name, value);
                default -> simulator.account(accounts == 0 ? "simulated" : "simulated-" + accounts, value);
            }
            accounts += name.equals("--key") ? 1 : 0;
        }
        if (!regions.isEmpty()) {
            simulator.regions(regions.toArray(String[]::new));
        }
        simulator.keepMessages(keep, keepBytes);
        tls.applyTo(simulator);
        return new CommandArguments(false, simulator, seed);
    }

    private static final class TlsArguments {
        private final List<String> names = new ArrayList<>();
        private boolean wanted;
        private @Nullable Path certificate;
        private @Nullable Path key;

        void applyTo(SimulatorBuilder simulator) {
            if (certificate != null && key != null) {
                simulator.tls(certificate, key);
            } else if (certificate != null || key != null) {
                throw new IllegalArgumentException("--tls-certificate and --tls-key need each other");
            } else if (wanted || !names.isEmpty()) {
                simulator.tls(names.toArray(String[]::new));
            }
        }
    }

    private static Duration[] waits(String option, String seconds) {
        return seconds.isEmpty()
                ? new Duration[0]
                : Stream.of(seconds.split(",", -1))
                        .map(wait -> Duration.ofSeconds(number(option, wait)))
                        .toArray(Duration[]::new);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " must be a number, but is \"" + value + "\"");
        }
    }
}
