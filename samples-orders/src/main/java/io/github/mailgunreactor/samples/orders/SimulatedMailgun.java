package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.spring.MailgunConnectionDetails;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A Mailgun in this process, in place of the live one: no account, and no mail. */
@Profile("simulator")
@Configuration(proxyBeanMethods = false)
class SimulatedMailgun {
    @Bean
    Simulator simulator(@Value("${orders.domain}") String domain) {
        Simulator simulator = Simulator.start();
        simulator.domains().add(domain);
        LoggerFactory.getLogger(SimulatedMailgun.class)
                .info("Mailgun is simulated; what is sent shows at {}", simulator.baseUrl());
        return simulator;
    }

    @Bean
    MailgunConnectionDetails connection(Simulator simulator) {
        return new Connection(Secret.of(simulator.key()), Region.at(simulator.baseUrl()));
    }

    @Bean
    WebhookVerifier verifier(Simulator simulator) {
        return WebhookVerifier.of(Secret.of(simulator.signingKey()));
    }

    private record Connection(Secret apiKey, Region region) implements MailgunConnectionDetails {}
}
