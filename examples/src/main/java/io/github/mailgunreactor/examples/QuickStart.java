package io.github.mailgunreactor.examples;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.domains.DiscoveringRegionRouter;
import io.github.mailgunreactor.keys.ApiKey;
import io.github.mailgunreactor.keys.IpAllowlistApi;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewAllowedAddress;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.messages.Batch;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.simulator.ReceivedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.suppressions.Bounce;
import io.github.mailgunreactor.suppressions.BouncesApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Sends a batch, manages API keys and reads lists of both regions, against a Mailgun that is simulated in this process. */
public final class QuickStart {
    private QuickStart() {}

    public static void main(String[] arguments) {
        try (Simulator simulator = Simulator.builder().regions("us", "eu").start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl("us")))
                        .build()) {
            say("A simulated Mailgun listens at " + simulator.baseUrl("us") + " (us) and " + simulator.baseUrl("eu")
                    + " (eu).");
            Region us = Region.at(simulator.baseUrl("us"));
            Region eu = Region.at(simulator.baseUrl("eu"));
            sendABatch(mailgun, simulator)
                    .then(makeAndDeleteAKey(mailgun))
                    .then(readTypedErrors(mailgun))
                    .then(useBothRegions(mailgun, eu))
                    .then(pageAsFarAsDemanded(mailgun, simulator))
                    .then(findTheRegionOfADomain(mailgun, simulator, us, eu))
                    .then(allowAnAddress(mailgun))
                    // Only because this is a main method: a service returns the Mono to its framework.
                    .block(Duration.ofSeconds(30));
            say("\nIn all " + simulator.journal().count() + " requests went over real sockets.");
        }
    }

    private static Mono<Void> sendABatch(MailgunClient mailgun, Simulator simulator) {
        simulator.domains().add("shop.example.com");
        Message message = Message.of("shop@shop.example.com")
                .subject("Your order %recipient.order%")
                .text("Hello %recipient.name%, it is on its way.")
                .attachment(Part.bytes("terms.txt", "All sales are final.".getBytes(StandardCharsets.UTF_8)));
        Batch batch = Batch.of(
                message,
                List.of(
                        Recipient.of(EmailAddress.of("ann@example.org", "Ann"), Map.of("name", "Ann", "order", 17)),
                        Recipient.of(EmailAddress.of("bob@example.org", "Bob"), Map.of("name", "Bob", "order", 18))));
        return new MessagesApi(mailgun)
                .send("shop.example.com", batch)
                .doOnNext(sent -> {
                    say("\nSent a batch with an attachment, with one request. What each recipient got:");
                    simulator.mailbox().all().forEach(QuickStart::show);
                })
                .then();
    }

    private static void show(ReceivedMessage received) {
        say("  " + received.recipient() + ": " + received.subject() + " | " + received.text() + " | "
                + received.attachments().get(0).name());
    }

    private static Mono<Void> makeAndDeleteAKey(MailgunClient mailgun) {
        KeysApi keys = new KeysApi(mailgun);
        NewKey newKey = NewKey.sending("shop.example.com")
                .description("order confirmations")
                .expiration(Duration.ofDays(90));
        return keys.create(newKey)
                .doOnNext(created -> {
                    say("\nMade a key that can only send for shop.example.com:");
                    say("  " + created.message());
                    say("  its secret is printed as " + created.secret() + " unless reveal() is called");
                })
                .then(keys.create(NewKey.sending("blog.example.com").description("newsletter")))
                .thenMany(keys.list(KeyFilter.all().domain("shop.example.com")))
                .collectList()
                .doOnNext(list -> {
                    say("\nThe keys of shop.example.com:");
                    list.forEach(QuickStart::show);
                })
                .flatMap(list -> keys.delete(list.get(0).id()))
                .doOnNext(deleted -> say("\nDeleted it; Mailgun says: " + deleted.message()))
                .then();
    }

    private static Mono<Void> readTypedErrors(MailgunClient mailgun) {
        return new KeysApi(mailgun).delete("no-such-key").then().onErrorResume(ErrorStatusException.class, error -> {
            say("\nErrors are typed and name the operation by its template:");
            say("  " + error.getMessage());
            say("  status " + error.status() + ", not found: " + error.isNotFound() + ", worth a retry: "
                    + error.isTransient());
            return Mono.empty();
        });
    }

    private static Mono<Void> useBothRegions(MailgunClient mailgun, Region eu) {
        // The view shares the connections of the client.
        return Mono.zip(
                        new KeysApi(mailgun).list().count(),
                        new KeysApi(mailgun.inRegion(eu)).list().count())
                .doOnNext(
                        both -> say("\nKeys are global: us knows " + both.getT1() + ", eu knows " + both.getT2() + "."))
                .then();
    }

    private static Mono<Void> pageAsFarAsDemanded(MailgunClient mailgun, Simulator simulator) {
        simulator
                .suppressions("shop.example.com")
                .addBounces(IntStream.range(0, 2_500).mapToObj("reader%04d@example.net"::formatted));
        BouncesApi bounces = new BouncesApi(mailgun);
        return counted(
                        simulator,
                        bounces.list("shop.example.com")
                                .take(3)
                                .map(Bounce::address)
                                .collectList())
                .doOnNext(first ->
                        say("\nThree of 2,500 bounces, with " + first.requests() + " request: " + first.value()))
                .then(counted(simulator, bounces.list("shop.example.com").count()))
                .doOnNext(all -> say("All " + all.value() + " of them, with " + all.requests() + " requests."))
                .then();
    }

    private static Mono<Void> findTheRegionOfADomain(MailgunClient mailgun, Simulator simulator, Region us, Region eu) {
        simulator.account().inRegion("eu").domains().add("shop.example.eu");
        MailgunClient routed = mailgun.routedBy(DiscoveringRegionRouter.of(mailgun, us, eu));
        return new BouncesApi(routed)
                .list("shop.example.eu")
                .pages()
                .next()
                .doOnNext(page -> say("\nshop.example.eu was found to live in "
                        + (page.response().region().equals(eu) ? "eu" : "us") + "."))
                .then();
    }

    private record Counted<T>(T value, long requests) {}

    /** A value, and how many requests it took. */
    private static <T> Mono<Counted<T>> counted(Simulator simulator, Mono<T> value) {
        return Mono.defer(() -> {
            long before = simulator.journal().count();
            return value.map(got -> new Counted<>(got, simulator.journal().count() - before));
        });
    }

    private static Mono<Void> allowAnAddress(MailgunClient mailgun) {
        IpAllowlistApi allowlist = new IpAllowlistApi(mailgun);
        return allowlist
                .add(NewAllowedAddress.of("127.0.0.1").description("this machine"))
                .doOnNext(list -> say("\nAllowed addresses: " + list.addresses()))
                .then(allowlist.remove("127.0.0.1"))
                .then();
    }

    private static void show(ApiKey key) {
        say("  " + key.id() + "  " + key.description() + "  expires " + key.expiresAt());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
