package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.List;
import reactor.core.publisher.Mono;

/** The rows of one API module, in an order in which a server with state can take them: made, read, changed, deleted. */
public interface ContractTable {

    /** The module, such as {@code api-keys}. */
    String module();

    /** Each operation of the module at least once, with all its parameters. */
    List<ContractRow> rows();

    /**
     * Brings about what the rows need and the module's own operations cannot make, such as a domain, under names that are
     * new for each run and kept in the notes. What fails here shows in the rows.
     */
    default Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return Mono.empty();
    }
}
