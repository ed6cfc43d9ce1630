package io.github.mailgunreactor.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.simulator.Journal;
import io.github.mailgunreactor.simulator.Mailbox;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.spring.MailgunClients;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** One annotation: the application's mail arrives at the simulator. {@link SecondClassIT} says the same in the same context. */
@SpringBootTest(properties = {"mailgun.region=eu", "mailgun.clients.other.region=us"})
@AutoConfigureMailgunSimulator
class FirstClassIT {
    private static @Nullable ApplicationContext context;

    @Autowired
    Simulator simulator;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Journal journal;

    @BeforeEach
    void aDomain(@Autowired ApplicationContext own) {
        if (context != null) {
            assertThat(own).as("one context for both classes").isSameAs(context);
        }
        context = own;
        simulator.domains().add("shop.example.com");
    }

    @Test
    void mailArrivesInTheMailbox(@Autowired Shop.Orders orders) {
        orders.confirm("ada@example.org").block();

        assertThat(mailbox.only("ada@example.org").subject()).isEqualTo("Your order");
        assertThat(journal.count()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfTheTestBefore(@Autowired Shop.Orders orders) {
        orders.confirm("bob@example.org").block();

        assertThat(mailbox.size()).isEqualTo(1);
        assertThat(journal.count()).isEqualTo(1);
    }

    @Test
    void everyClientIsPointedAtTheSimulator(@Autowired MailgunClient client, @Autowired MailgunClients clients) {
        Region simulated = Region.at(simulator.baseUrl());

        assertThat(client.region()).isEqualTo(simulated);
        assertThat(clients.get("other").region()).isEqualTo(simulated);
    }

    @Nested
    class Within {
        @Test
        void aNestedClassHasTheSame(@Autowired Shop.Orders orders) {
            orders.confirm("cora@example.org").block();

            assertThat(mailbox.size()).isEqualTo(1);
        }
    }
}
