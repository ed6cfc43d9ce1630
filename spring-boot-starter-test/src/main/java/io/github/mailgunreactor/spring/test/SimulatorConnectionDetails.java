package io.github.mailgunreactor.spring.test;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.spring.MailgunConnectionDetails;

/** The simulator's, for each client. */
record SimulatorConnectionDetails(Simulator simulator) implements MailgunConnectionDetails {
    @Override
    public Secret apiKey() {
        return Secret.of(simulator.key());
    }

    @Override
    public Region region() {
        return Region.at(simulator.baseUrl());
    }
}
