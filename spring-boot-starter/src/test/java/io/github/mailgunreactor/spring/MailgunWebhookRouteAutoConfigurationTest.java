package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The route of webhooks: at the property's path, without it, and replaced. */
class MailgunWebhookRouteAutoConfigurationTest {
    private static final String ROUTE = "mailgunWebhookRoute";
    private static final String PATH = "mailgun.webhooks.path=/hooks/mailgun-7f3a";

    private static ReactiveWebApplicationContextRunner withReceiver() {
        return Contexts.web()
                .withPropertyValues("mailgun.webhooks.signing-keys=key")
                .withBean(WebhookHandler.class, () -> delivery -> Mono.empty());
    }

    @Test
    void aPathIsARouteThatRefusesWhatIsNotSigned() {
        withReceiver().withPropertyValues(PATH).run(context -> {
            WebTestClient web = WebTestClient.bindToRouterFunction(context.getBean(ROUTE, RouterFunction.class))
                    .build();

            web.post().uri("/hooks/mailgun-7f3a").exchange().expectStatus().isEqualTo(HttpStatus.NOT_ACCEPTABLE);
            web.post().uri("/hooks").exchange().expectStatus().isNotFound();
        });
    }

    @Test
    void withoutAPathThereIsNone() {
        withReceiver().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ROUTE));
    }

    @Test
    void withoutAReceiverThereIsNone() {
        Contexts.web()
                .withPropertyValues(PATH, "mailgun.webhooks.signing-keys=key")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ROUTE));
    }

    @Test
    void withoutTheModuleThereIsNone() {
        withReceiver()
                .withPropertyValues(PATH)
                .withClassLoader(new FilteredClassLoader("io.github.mailgunreactor.webflux"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ROUTE));
    }

    @Test
    void whereThereIsNoWebThereIsNone() {
        Contexts.withKey()
                .withPropertyValues(PATH, "mailgun.webhooks.signing-keys=key")
                .withBean(WebhookHandler.class, () -> delivery -> Mono.empty())
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ROUTE));
    }

    @Test
    void theApplicationsOwnIsTheOnlyOne() {
        RouterFunction<ServerResponse> own = RouterFunctions.route()
                .POST("/own", request -> ServerResponse.ok().build())
                .build();
        withReceiver()
                .withPropertyValues(PATH)
                .withBean(ROUTE, RouterFunction.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(RouterFunction.class)).isSameAs(own));
    }

    @Test
    void aPathThatIsNoneIsNamed() {
        withReceiver()
                .withPropertyValues("mailgun.webhooks.path=hooks")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("mailgun.webhooks.path: must start with /"));
    }
}
