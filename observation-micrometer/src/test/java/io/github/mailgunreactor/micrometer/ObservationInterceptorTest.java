package io.github.mailgunreactor.micrometer;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.PagedRequest;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ObservationInterceptorTest {
    private static final FakeResponse OK = FakeResponse.json("{\"message\":\"done\"}");
    private static final MailgunRequest<Confirmation> BOUNCE = DELETE.path(
                    "/v3/{domain}/bounces/{address}", "example.com", "someone@example.com")
            .asJson(Confirmation.class);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final Stopped stopped = new Stopped();

    ObservationInterceptorTest() {
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        registry.observationConfig().observationHandler(stopped);
    }

    @Test
    void timesATryUnderTheNamesOfTheConventions() {
        client(FakeTransport.answering(OK)).inRegion(Region.EU).send(BOUNCE).block();

        assertThat(tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http.request.method", "DELETE",
                        "url.template", "/v3/{domain}/bounces/{address}",
                        "server.address", "api.eu.mailgun.net",
                        "mailgun.region", "eu",
                        "http.response.status_code", "200",
                        "outcome", "SUCCESS",
                        "error.type", "none",
                        "error", "none",
                        "http.request.resend_count", "0"));
        assertThat(stopped.contexts.get(0).getContextualName()).isEqualTo("DELETE /v3/{domain}/bounces/{address}");
    }

    @Test
    void observesEachTryOfACall() {
        client(FakeTransport.answering(FakeResponse.empty(503), OK))
                .send(BOUNCE)
                .block();

        assertThat(stopped.all("http.response.status_code")).containsExactly("503", "200");
        assertThat(stopped.all("outcome")).containsExactly("SERVER_ERROR", "SUCCESS");
        assertThat(stopped.all("http.request.resend_count")).containsExactly("0", "1");
    }

    @Test
    void tellsWhyThereWasNoAnswer() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.error(
                new NoResponseException(BOUNCE.operation().toString(), NoResponseException.Reason.TLS_FAILED, null)));

        client(transport).send(BOUNCE).onErrorComplete().block();

        assertThat(stopped.all("error.type")).containsExactly("TLS_FAILED");
        assertThat(stopped.all("http.response.status_code")).containsExactly("none");
        assertThat(stopped.all("outcome")).containsExactly("UNKNOWN");
    }

    @Test
    void endsTheObservationOfACancelledTry() {
        client(FakeTransport.answering(request -> Mono.never()))
                .send(BOUNCE)
                .subscribe()
                .dispose();

        assertThat(stopped.all("error.type")).containsExactly("CANCELLED");
    }

    @Test
    void showsNothingPrivate() {
        FakeResponse quoting = FakeResponse.json(404, "{\"message\":\"no someone@example.com\"}");

        client(FakeTransport.answering(quoting)).send(BOUNCE).onErrorComplete().block();

        assertThat(stopped.contexts).singleElement().satisfies(context -> {
            assertThat(context.getHighCardinalityKeyValues()).isEmpty();
            assertThat(context.toString()).doesNotContain("someone", "example.com", "key-fake");
            assertThat(Objects.requireNonNull(context.getError()))
                    .hasMessage("DELETE /v3/{domain}/bounces/{address}: 404")
                    .hasNoCause();
        });
        assertThat(meters.getMetersAsString()).doesNotContain("someone", "example.com", "key-fake");
    }

    @Test
    void makesEveryTryAChildOfTheObservationInReactorsContext() {
        Observation parent = Observation.start("parent", registry);
        FakeTransport transport = FakeTransport.answering(FakeResponse.empty(503), FakeResponse.empty(503), OK);

        client(transport)
                .send(BOUNCE)
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, parent))
                .block();

        assertThat(stopped.parents()).hasSize(3).containsOnly(parent);
    }

    @Test
    void makesEveryPageAChildOfTheObservationInReactorsContext() {
        Observation parent = Observation.start("parent", registry);
        PagedRequest<Item, Listing<Item>> listing =
                GET.path("/v3/lists").query("limit", 1).listing(Item.class, NextPage.skip());
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"items\":[{\"name\":\"a\"}],\"total_count\":2}"),
                FakeResponse.json("{\"items\":[{\"name\":\"b\"}],\"total_count\":2}"),
                FakeResponse.json("{\"items\":[],\"total_count\":2}"));

        List<Item> items = client(transport)
                .list(listing)
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, parent))
                .collectList()
                .block();

        assertThat(items).containsExactly(new Item("a"), new Item("b"));
        assertThat(stopped.parents()).hasSizeGreaterThanOrEqualTo(2).containsOnly(parent);
    }

    @Test
    void takesTheObservationOfTheThreadWhereTheContextHasNone() {
        Observation parent = Observation.start("parent", registry);
        try (Observation.Scope scope = parent.openScope()) {
            assertThat(scope).isNotNull();
            client(FakeTransport.answering(OK)).send(BOUNCE).block();
        }

        assertThat(stopped.parents()).containsExactly(parent);
    }

    @Test
    void letsInnerInterceptorsSeeItsObservation() {
        List<@Nullable Object> seen = new ArrayList<>();
        MailgunClient client = FakeTransport.answering(request -> Mono.deferContextual(context -> {
                    seen.add(context.getOrDefault(ObservationThreadLocalAccessor.KEY, null));
                    return Mono.just(OK);
                }))
                .builder()
                .interceptor(ObservationInterceptor.of(registry))
                .build();

        client.send(BOUNCE).block();

        assertThat(seen).singleElement().isInstanceOf(Observation.class);
    }

    @Test
    void sendsNoTraceHeadersUnlessAskedTo() {
        registry.observationConfig().observationHandler(new Tracer());
        FakeTransport transport = FakeTransport.answering(OK, OK);

        client(transport).send(BOUNCE).block();
        transport
                .builder()
                .interceptor(ObservationInterceptor.of(registry).sendTraceHeaders())
                .build()
                .send(BOUNCE)
                .block();

        assertThat(transport.sent().get(0).headers().first("traceparent")).isNull();
        assertThat(transport.sent().get(1).headers().first("traceparent")).isEqualTo("00-1-2-01");
        assertThat(transport.sent().get(1).headers().first("baggage"))
                .as("a value that is no header is left out")
                .isNull();
    }

    @Test
    void takesAnotherConvention() {
        AttemptConvention shorter = new AttemptConvention() {
            @Override
            public String getName() {
                return "mailgun";
            }
        };
        FakeTransport.answering(OK)
                .builder()
                .interceptor(ObservationInterceptor.of(registry).convention(shorter))
                .build()
                .send(BOUNCE)
                .block();

        assertThat(meters.find("mailgun").timer()).isNotNull();
    }

    @Test
    void passesOnWhereNothingIsObserved() {
        FakeTransport transport = FakeTransport.answering(OK);

        transport
                .builder()
                .interceptor(ObservationInterceptor.of(ObservationRegistry.NOOP))
                .build()
                .send(BOUNCE)
                .block();

        assertThat(transport.sent()).hasSize(1);
    }

    private record Item(String name) {}

    private MailgunClient client(FakeTransport transport) {
        return transport
                .builder()
                .retry(RetryPolicy.defaults().backoff(Duration.ofMillis(1), Duration.ofMillis(1)))
                .interceptor(ObservationInterceptor.of(registry))
                .build();
    }

    private Map<String, String> tags() {
        Timer timer = meters.get(AttemptConvention.NAME).timer();
        Map<String, String> tags = new TreeMap<>();
        for (Tag tag : timer.getId().getTags()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return tags;
    }

    /** Remembers what was observed, in the order of ending. */
    private static final class Stopped implements ObservationHandler<AttemptContext> {
        private final List<AttemptContext> contexts = new ArrayList<>();

        @Override
        public void onStop(AttemptContext context) {
            contexts.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof AttemptContext;
        }

        List<String> all(String tag) {
            return contexts.stream()
                    .map(context -> Objects.requireNonNull(context.getLowCardinalityKeyValue(tag)))
                    .map(KeyValue::getValue)
                    .toList();
        }

        List<@Nullable Object> parents() {
            List<@Nullable Object> parents = new ArrayList<>();
            contexts.forEach(context -> parents.add(context.getParentObservation()));
            return parents;
        }
    }

    /** Does what a tracer does with the headers of a request. */
    private static final class Tracer implements ObservationHandler<AttemptContext> {
        @Override
        public void onStart(AttemptContext context) {
            Map<String, String> carrier = context.getCarrier();
            context.getSetter().set(carrier, "traceparent", "00-1-2-01");
            context.getSetter().set(carrier, "baggage", "user=J\u00f8rgen");
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof AttemptContext;
        }
    }
}
