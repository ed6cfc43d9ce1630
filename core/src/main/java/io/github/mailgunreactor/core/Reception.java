package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How the response of a call is taken in.
 *
 * @param <T> what becomes of it
 */
interface Reception<T> {
    /** Its body is passed on as it arrives. */
    Reception<Flux<ByteBuffer>> STREAMED = new Streamed();

    /** Sends a request and takes in what comes. */
    Mono<Response<T>> send(Transport transport, TransportRequest request);

    /**
     * Takes in a response that an interceptor gives in the server's place.
     *
     * @throws MailgunException if it is an error, or cannot be read
     */
    Response<T> read(TransportRequest request, ResponseHead head, byte[] body);

    /** A response that is read whole. */
    record Whole<T>(MailgunRequest<T> asked, ResponseReading reading) implements Reception<T> {
        @Override
        public Mono<Response<T>> send(Transport transport, TransportRequest request) {
            return transport.exchange(request, new ResponseDecoder<>(asked, request, reading));
        }

        @Override
        public Response<T> read(TransportRequest request, ResponseHead head, byte[] body) {
            return new ResponseDecoder<>(asked, request, reading).read(head, body, 0, body.length);
        }
    }

    /** A response whose head comes first. */
    final class Streamed implements Reception<Flux<ByteBuffer>> {
        @Override
        public Mono<Response<Flux<ByteBuffer>>> send(Transport transport, TransportRequest request) {
            return transport.stream(
                            request,
                            (head, body, offset, length) ->
                                    ResponseDecoder.failure(request, head, body, offset, length))
                    .map(stream -> new Response<>(stream.head(), request.region(), stream.body()));
        }

        @Override
        public Response<Flux<ByteBuffer>> read(TransportRequest request, ResponseHead head, byte[] body) {
            if (head.status() < 200 || head.status() > 299) {
                throw ResponseDecoder.failure(request, head, body, 0, body.length);
            }
            return new Response<>(head, request.region(), Flux.defer(() -> Flux.just(ByteBuffer.wrap(body.clone()))));
        }
    }
}
