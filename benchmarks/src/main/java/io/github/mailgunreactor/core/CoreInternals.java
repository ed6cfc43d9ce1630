package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;

/** Opens what is nobody else's business to the benchmarks. */
public final class CoreInternals {
    private CoreInternals() {}

    public static TransportBody multipart(Params params) {
        return MultipartEncoding.encode(params);
    }

    public static TransportBody form(Params params) {
        return FormEncoding.body(params);
    }

    /** Path and query of an operation. */
    public static String target(Operation operation) {
        return operation.target();
    }

    /** What an error response says, as the message of its exception. */
    public static ErrorStatusException failure(Operation operation, ResponseHead head, byte[] body) {
        TransportRequest request = new TransportRequest(
                operation.method(),
                Region.US,
                operation.template(),
                operation.target(),
                Headers.NONE,
                TransportBody.NONE,
                null);
        return ResponseDecoder.failure(request, head, body, 0, body.length);
    }

    /** A listing whose pages are there already: each response follows from the page number, which is its {@code skip}. */
    public static <T, A extends PageBody<T>> PagedFlux<T, A> paged(
            Operation first, NextPage next, ResponseHead head, IntFunction<A> answers) {
        return new PagedFlux<>(
                operation -> {
                    Object skip = operation.query().first("skip");
                    int at = skip == null ? 0 : Integer.parseInt(skip.toString());
                    return Mono.just(new Response<>(head, Region.US, answers.apply(at)));
                },
                first,
                next,
                false,
                OnUnreadableItem.FAIL);
    }
}
