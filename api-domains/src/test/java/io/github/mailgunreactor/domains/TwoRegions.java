package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A Mailgun with domains in two regions, in which any search can be counted, held up or made to fail. */
final class TwoRegions {
    private final Map<String, Region> homes = new ConcurrentHashMap<>();
    private final Map<Region, FakeResponse> failing = new HashMap<>();
    private Function<Mono<FakeResponse>, Mono<FakeResponse>> delay = answer -> answer;
    private final FakeTransport transport = FakeTransport.answering(this::answer);

    TwoRegions with(String domain, Region home) {
        homes.put(domain, home);
        return this;
    }

    TwoRegions without(String domain) {
        homes.remove(domain);
        return this;
    }

    TwoRegions failing(Region region, int status) {
        failing.put(region, FakeResponse.json(status, "{\"message\": \"no\"}"));
        return this;
    }

    TwoRegions working() {
        failing.clear();
        return this;
    }

    TwoRegions delaying(Function<Mono<FakeResponse>, Mono<FakeResponse>> by) {
        delay = by;
        return this;
    }

    MailgunClient client() {
        return transport.client();
    }

    DiscoveringRegionRouter router() {
        return DiscoveringRegionRouter.of(client(), Region.US, Region.EU);
    }

    FakeTransport transport() {
        return transport;
    }

    /** How many regions were asked for a domain so far. */
    long asked(String domain) {
        return transport.sent().stream()
                .filter(request -> request.line().equals("GET /v4/domains/" + domain))
                .count();
    }

    private Mono<FakeResponse> answer(SentRequest request) {
        FakeResponse failure = failing.get(request.region());
        String domain = request.path().substring(request.path().lastIndexOf('/') + 1);
        FakeResponse answer = failure != null
                ? failure
                : request.region().equals(homes.get(domain))
                        ? FakeResponse.json("{\"domain\": {\"name\": \"" + domain + "\"}}")
                        : FakeResponse.json(404, "{\"message\": \"Domain not found: " + domain + "\"}");
        return delay.apply(Mono.just(answer));
    }
}
