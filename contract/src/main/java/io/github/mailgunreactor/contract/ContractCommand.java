package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

/** Sends the contract rows to a server and prints what came of each, one JSON object a line. */
public final class ContractCommand {
    private static final String USAGE = """
            usage: java -jar contract.jar URL KEY [MODULE]

            Sends every row of the contract to the server at URL, authenticated with KEY, and prints a line of JSON
            for each: {"operation", "outcome", "detail", "response"}. Outcome is "ok" or the type of the error.
            With MODULE, such as api-keys, only that module's rows. It makes, changes and deletes things: never
            point it at an account that matters.

            Exit status: 0 all rows are ok, 1 some are not, 2 the command line is not understood.
            """;

    private ContractCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 2 || arguments.length > 3) {
            err.print(USAGE);
            return 2;
        }
        List<ContractTable> tables = ContractTables.ALL.stream()
                .filter(table -> arguments.length == 2 || table.module().equals(arguments[2]))
                .toList();
        if (tables.isEmpty()) {
            err.println("there is no module " + arguments[2] + ", but "
                    + ContractTables.ALL.stream().map(ContractTable::module).toList());
            return 2;
        }
        try (MailgunClient mailgun = client(arguments)) {
            return Objects.requireNonNull(new ContractRun(mailgun)
                    .send(tables)
                    .doOnNext(outcome -> out.println(outcome.toJson()))
                    .filter(outcome -> !outcome.ok())
                    .count()
                    .map(failed -> failed == 0 ? 0 : 1)
                    .block());
        } catch (IllegalArgumentException refused) {
            err.println(refused.getMessage());
            return 2;
        }
    }

    private static MailgunClient client(String[] arguments) {
        return MailgunClient.builder(arguments[1])
                .region(Region.at(arguments[0]))
                .build();
    }
}
