package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.simulator.RecordedDelivery;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorExtension;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.EventDelivery;
import io.github.mailgunreactor.webhooks.WebhookDelivery;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One property and a handler: what Mailgun delivers arrives, over a real socket. */
class WebhookRouteIT {
    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create();

    private final Simulator simulator = MAILGUN.simulator();
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--mailgun.api-key=" + simulator.key(),
                "--mailgun.region=" + simulator.baseUrl(),
                "--mailgun.webhooks.signing-keys=" + simulator.signingKey(),
                "--mailgun.webhooks.path=/hooks/mailgun-7f3a");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aDeliveryReachesTheHandlerAndIsDone() {
        simulator.domains().add("shop.example.com");
        String url = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port")
                + "/hooks/mailgun-7f3a";

        WebhookDelivery handled = application
                .getBean(DomainWebhooksApi.class)
                .addUrl("shop.example.com", url, List.of(WebhookType.DELIVERED))
                .then(application
                        .getBean(MessagesApi.class)
                        .send(
                                "shop.example.com",
                                Message.of("orders@shop.example.com")
                                        .to("ada@example.org")
                                        .subject("Your order")
                                        .text("Thank you!")))
                .then(application.getBean(Application.class).handled.asMono())
                .block(Duration.ofSeconds(20));

        assertThat(handled).isInstanceOfSatisfying(EventDelivery.class, delivery -> {
            assertThat(delivery.event().type()).isEqualTo(EventType.DELIVERED);
            assertThat(delivery.event().recipient()).isEqualTo("ada@example.org");
        });
        assertThat(settled().statuses()).containsExactly(200);
    }

    /** The handler has it before Mailgun has the reply. */
    private RecordedDelivery settled() {
        return Objects.requireNonNull(
                Mono.fromSupplier(() -> simulator.deliveries().only("delivered"))
                        .filter(delivery -> delivery.state() == RecordedDelivery.State.DONE)
                        .repeatWhenEmpty(200, again -> again.delayElements(Duration.ofMillis(50)))
                        .block(Duration.ofSeconds(20)));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        private final Sinks.One<WebhookDelivery> handled = Sinks.one();

        @Bean
        WebhookHandler handler() {
            return delivery -> Mono.fromRunnable(() -> handled.tryEmitValue(delivery));
        }
    }
}
