package io.github.mailgunreactor.spring.test;

import io.github.mailgunreactor.simulator.Simulator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts the simulator into a context; all are equal, so that contexts with it are shared like others. */
record SimulatorContextCustomizer() implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Simulator simulator = SharedSimulator.get();
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton("mailgunSimulator", simulator);
        beans.registerSingleton("mailgunMailbox", simulator.mailbox());
        beans.registerSingleton("mailgunJournal", simulator.journal());
        beans.registerSingleton("mailgunSimulatorConnectionDetails", new SimulatorConnectionDetails(simulator));
    }
}
