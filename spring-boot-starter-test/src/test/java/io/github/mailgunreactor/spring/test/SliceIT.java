package io.github.mailgunreactor.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Without the application's auto-configuration, as in a slice: the annotation brings the client itself. */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = SliceIT.Nothing.class)
@AutoConfigureMailgunSimulator
class SliceIT {

    @Test
    void theClientsBeansAreThere(@Autowired MessagesApi messages, @Autowired Simulator simulator) {
        simulator.domains().add("shop.example.com");

        assertThat(new Shop.Orders(messages).confirm("ada@example.org").block()).isNotNull();
        assertThat(simulator.mailbox().size()).isEqualTo(1);
    }

    static class Nothing {}
}
