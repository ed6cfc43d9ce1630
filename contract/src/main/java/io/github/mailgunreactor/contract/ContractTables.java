package io.github.mailgunreactor.contract;

import java.util.List;

/** The tables of all modules. */
final class ContractTables {
    static final List<ContractTable> ALL = List.of(
            new AnalyticsContract(),
            new DomainsContract(),
            new IpsContract(),
            new KeysContract(),
            new MessagesContract(),
            new SuppressionsContract());

    private ContractTables() {}
}
