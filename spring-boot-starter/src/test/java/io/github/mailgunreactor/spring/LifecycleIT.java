package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** How an application ends. */
class LifecycleIT {
    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create();

    private final Simulator simulator = MAILGUN.simulator();

    private ApplicationContextRunner application() {
        return Contexts.withoutKey()
                .withPropertyValues("mailgun.api-key=" + simulator.key(), "mailgun.region=" + simulator.baseUrl());
    }

    @Test
    void callsInFlightFinishAndTheContextWaitsForThem() {
        List<String> ended = new CopyOnWriteArrayList<>();
        NettyTransport[] transport = new NettyTransport[1];
        simulator.faults().onAny().delay(Duration.ofMillis(600));
        application().run(context -> {
            transport[0] = context.getBean(NettyTransport.class);
            context.getBean(KeysApi.class)
                    .list()
                    .collectList()
                    .subscribe(keys -> ended.add("response"), error -> ended.add(error.toString()));
            StepVerifier.create(Flux.interval(Duration.ofMillis(20))
                            .filter(tick -> simulator.journal().count() > 0 || tick > 5)
                            .next())
                    .expectNextCount(1)
                    .verifyComplete();
        });

        assertThat(ended).containsExactly("response");
        StepVerifier.create(transport[0].onClose()).expectComplete().verify(Duration.ZERO.plusMillis(100));
    }

    @Test
    void tailsEndBeforeAnythingElseStops() {
        List<String> order = new CopyOnWriteArrayList<>();
        application()
                .withBean("server", Server.class, () -> new Server(order))
                .run(context -> context.getBean(MailgunLifecycle.class)
                        .untilShutdown(Flux.never())
                        .subscribe(event -> {}, error -> {}, () -> order.add("tail")));

        assertThat(order).containsExactly("tail", "server");
    }

    @Test
    void aTailOfAContextThatWasStoppedAndStartedAgainGoesOn() {
        application().run(context -> {
            MailgunLifecycle lifecycle = context.getBean(MailgunLifecycle.class);
            context.getSourceApplicationContext().stop();
            context.getSourceApplicationContext().start();
            assertThat(lifecycle.untilShutdown(Flux.just(1, 2)).collectList().block())
                    .containsExactly(1, 2);
            assertThat(new KeysApi(context.getBean(MailgunClient.class))
                            .list()
                            .collectList()
                            .block())
                    .isNotEmpty();
        });
    }

    /** Stands where Spring Boot's web servers stop gracefully. */
    private static final class Server implements SmartLifecycle {
        private final List<String> order;
        private boolean running;

        Server(List<String> order) {
            this.order = order;
        }

        @Override
        public int getPhase() {
            return SmartLifecycle.DEFAULT_PHASE - 1024;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            order.add("server");
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
