package io.github.mailgunreactor.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers of {@link SampleResponses} from memory, in a process of its own, so that its cost is nobody else's. */
final class AnswerServer {
    static final int PAGES = 1000;
    static final int DOWNLOAD_PIECES = 16 * 1024;

    private static final ByteBuf DOMAIN = constant(SampleResponses.domain());
    private static final ByteBuf LOGS = constant(SampleResponses.logs());
    private static final ByteBuf KEY = constant(SampleResponses.createdKey());
    private static final ByteBuf QUEUED = constant(SampleResponses.queued());
    private static final byte[] BOUNCES = SampleResponses.bounces(1000, "NEXT");
    private static final int NEXT = new String(BOUNCES, StandardCharsets.UTF_8).lastIndexOf("NEXT");
    private static final ByteBuf PIECE = constant(new byte[64 * 1024]);

    private AnswerServer() {}

    /** Prints the port and serves until its input ends. */
    public static void main(String[] arguments) throws Exception {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .maxKeepAliveRequests(-1)
                .route(routes -> routes.get("/v4/domains/{name}", (request, response) -> answer(response, DOMAIN))
                        .post("/v1/analytics/logs", (request, response) -> read(request, response, LOGS))
                        .post("/v1/keys", (request, response) -> read(request, response, KEY))
                        .post("/v3/{domain}/messages", (request, response) -> read(request, response, QUEUED))
                        .get("/v3/{domain}/bounces", AnswerServer::bounces)
                        .get("/download", AnswerServer::download))
                .bindNow();
        System.out.println(server.port());
        while (System.in.read() >= 0) {
            // Served until whoever started it goes away.
        }
        server.disposeNow();
    }

    private static Publisher<Void> read(HttpServerRequest request, HttpServerResponse response, ByteBuf body) {
        return request.receive().then().thenMany(Flux.defer(() -> answer(response, body)));
    }

    private static Publisher<Void> bounces(HttpServerRequest request, HttpServerResponse response) {
        List<String> asked = new QueryStringDecoder(request.uri()).parameters().getOrDefault("page", List.of("0"));
        int page = Integer.parseInt(asked.get(0));
        if (page >= PAGES) {
            return answer(response, constant("{\"items\":[],\"paging\":{}}".getBytes(StandardCharsets.UTF_8)));
        }
        byte[] next = ("https://api.mailgun.net/v3/" + Scenario.DOMAIN_NAME + "/bounces?limit=1000&page=" + (page + 1))
                .getBytes(StandardCharsets.UTF_8);
        return answer(
                response,
                Unpooled.wrappedBuffer(
                        Unpooled.wrappedBuffer(BOUNCES, 0, NEXT),
                        Unpooled.wrappedBuffer(next),
                        Unpooled.wrappedBuffer(BOUNCES, NEXT + 4, BOUNCES.length - NEXT - 4)));
    }

    /** 1 GB of zeros. */
    private static Publisher<Void> download(HttpServerRequest request, HttpServerResponse response) {
        return response.header("content-length", Long.toString((long) DOWNLOAD_PIECES * PIECE.readableBytes()))
                .send(Flux.range(0, DOWNLOAD_PIECES).map(piece -> PIECE.duplicate()), buffer -> true);
    }

    private static Publisher<Void> answer(HttpServerResponse response, ByteBuf body) {
        return response.header("content-type", "application/json")
                .header("content-length", Integer.toString(body.readableBytes()))
                .sendObject(body.duplicate());
    }

    private static ByteBuf constant(byte[] bytes) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }
}
