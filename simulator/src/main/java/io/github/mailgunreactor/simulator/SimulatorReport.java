package io.github.mailgunreactor.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** Goes with the failure of a test: what the simulator has seen. */
final class SimulatorReport extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 20;

    private SimulatorReport(Mailbox mailbox, Journal journal, DeliveryLog deliveries) {
        super(
                mailbox + "\n" + latest("Journal", journal.count() + " requests", journal.all()) + latest(deliveries),
                null,
                false,
                false);
    }

    static SimulatorReport of(Simulator simulator) {
        return new SimulatorReport(simulator.mailbox(), simulator.journal(), simulator.deliveries());
    }

    /** What it has seen of an account alone. */
    static SimulatorReport of(SimulatedAccount account) {
        return new SimulatorReport(account.mailbox(), account.journal(), account.deliveries());
    }

    private static String latest(DeliveryLog deliveries) {
        List<RecordedDelivery> all = deliveries.all();
        return all.isEmpty() ? "" : "\n" + latest("Deliveries", Long.toString(deliveries.count()), all);
    }

    private static String latest(String what, String count, List<?> all) {
        return what + ", the latest of " + count
                + all.subList(Math.max(0, all.size() - LATEST), all.size()).stream()
                        .map(each -> "\n  " + each)
                        .collect(Collectors.joining());
    }
}
