package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.suppressions.Bounce;
import io.netty.handler.codec.http.QueryStringEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the clients, and holds what several of them need. */
final class Peers {
    static final String BARE = "bare";
    static final String OFFICIAL = "official";
    /** The official SDK with a system property that few will know of. */
    static final String OFFICIAL_TUNED = "official-tuned";

    private static final int CONNECTIONS_BY_DEFAULT = 5;

    static final List<String> NAMES =
            List.of("mailgun-reactor", "bare", "webclient", "okhttp", "jdk", OFFICIAL, OFFICIAL_TUNED);
    static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("api:key-for-nobody".getBytes(StandardCharsets.UTF_8));
    static final String KEY_FORM = "kind=domain&role=sending&domain_name=mail.example.com&description=a+service";
    static final String SENDER = "Example Shop <orders@mail.example.com>";
    static final String RECIPIENT = "customer@example.net";
    static final String SUBJECT = "Your order has been shipped";
    static final String TEXT = "Dear customer,\nyour order 4711 is on its way & will arrive on Friday.\n".repeat(4);
    /** The variable by which a send is found again. The library writes it by itself, so all do. */
    static final String SEND_ID = "v:send-id";

    static final String ORDER = "order-4711";
    static final String LOGS_QUERY = "{\"duration\":\"1d\",\"pagination\":{\"limit\":100}}";
    static final String FIRST_BOUNCES = "/v3/" + Scenario.DOMAIN_NAME + "/bounces?limit=1000";
    private static final int ALL_BOUNCES = 1000 * AnswerServer.PAGES;

    private Peers() {}

    static Peer open(String name, String baseUrl, Path gigabyte) {
        return switch (name) {
            case "mailgun-reactor" -> new LibraryPeer(baseUrl, gigabyte);
            case BARE -> new BarePeer(baseUrl, gigabyte);
            case "webclient" -> new WebClientPeer(baseUrl, gigabyte);
            case "okhttp" -> new OkHttpPeer(baseUrl, gigabyte);
            case "jdk" -> new JdkPeer(baseUrl, gigabyte);
            case OFFICIAL -> new OfficialPeer(baseUrl, CONNECTIONS_BY_DEFAULT);
            case OFFICIAL_TUNED -> new OfficialPeer(baseUrl, Peer.CONNECTIONS);
            default -> throw new IllegalArgumentException("no such peer: " + name + "; there are " + NAMES);
        };
    }

    /** The message as a form: encoded for each call, as every client has to. */
    static String messageForm() {
        QueryStringEncoder form = new QueryStringEncoder("");
        form.addParam("from", SENDER);
        form.addParam("to", RECIPIENT);
        form.addParam("subject", SUBJECT);
        form.addParam("text", TEXT);
        form.addParam(SEND_ID, ORDER);
        return form.toString().substring(1);
    }

    /** The name to show. */
    static String title(String peer) {
        return switch (peer) {
            case BARE -> "bare Reactor Netty";
            case "webclient" -> "Spring WebClient";
            case "okhttp" -> "OkHttp";
            case "jdk" -> "java.net.http";
            case OFFICIAL -> "official SDK";
            case OFFICIAL_TUNED -> "official SDK, tuned";
            default -> peer;
        };
    }

    /** Path and query of the page after this one, {@code null} after the last. */
    static @Nullable String next(Listing<Bounce> page) {
        String next = page.paging() == null ? null : page.paging().next();
        return next == null || page.items().isEmpty() ? null : next.substring(next.indexOf("/v3/"));
    }

    static void requireMillion(long items) {
        if (items != ALL_BOUNCES) {
            throw new IllegalStateException("not all bounces were listed: " + items);
        }
    }
}
