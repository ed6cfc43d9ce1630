package io.github.mailgunreactor.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** Goes with the failure of a test: what the simulator has seen. */
final class SimulatorReport extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 20;

    SimulatorReport(Simulator simulator) {
        super(text(simulator), null, false, false);
    }

    private static String text(Simulator simulator) {
        List<RecordedRequest> requests = simulator.journal().all();
        return simulator.mailbox() + "\nJournal, the latest of "
                + simulator.journal().count() + " requests"
                + requests.subList(Math.max(0, requests.size() - LATEST), requests.size()).stream()
                        .map(request -> "\n  " + request)
                        .collect(Collectors.joining())
                + deliveries(simulator);
    }

    private static String deliveries(Simulator simulator) {
        List<RecordedDelivery> deliveries = simulator.deliveries().all();
        return deliveries.isEmpty()
                ? ""
                : "\nDeliveries, the latest of " + simulator.deliveries().count()
                        + deliveries.subList(Math.max(0, deliveries.size() - LATEST), deliveries.size()).stream()
                                .map(delivery -> "\n  " + delivery)
                                .collect(Collectors.joining());
    }
}
