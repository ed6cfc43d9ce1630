package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What a whole application shows of Mailgun when it shows all that it can. */
class ActuatorIT {
    private static final String SIGNING_KEY = "signing-key-0123456789";

    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create();

    private static ConfigurableApplicationContext application;

    private final Simulator simulator = MAILGUN.simulator();

    @BeforeAll
    static void start() {
        Simulator simulator = MAILGUN.simulator();
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--mailgun.api-key=" + simulator.key(),
                "--mailgun.region=" + simulator.baseUrl(),
                "--mailgun.retry.max-attempts=1",
                "--mailgun.clients.other.api-key=key-of-another-account",
                "--mailgun.webhooks.signing-keys=" + SIGNING_KEY,
                "--the.key.under.another.name=" + simulator.key(),
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.env.show-values=always",
                "--management.endpoint.configprops.show-values=always",
                "--management.health.mail.enabled=false");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void noEndpointShowsAKey() throws Exception {
        for (String endpoint : new String[] {"env", "configprops", "beans", "conditions"}) {
            assertThat(get(endpoint))
                    .as(endpoint)
                    .contains("mailgun")
                    .doesNotContain(simulator.key())
                    .doesNotContain("key-of-another-account")
                    .doesNotContain(SIGNING_KEY);
        }
    }

    @Test
    void whatIsNoSecretIsShown() throws Exception {
        assertThat(get("env")).contains(simulator.baseUrl());
    }

    private static String get(String endpoint) throws IOException, InterruptedException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + endpoint))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
