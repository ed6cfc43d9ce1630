package io.github.mailgunreactor.webhooks;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the files of incoming mail go while they arrive, so that none of them is held in memory: to a disk, an object store, another
 * service. For {@link WebhookReceiver#files}.
 *
 * <p><strong>What it writes is not verified yet.</strong> The signature of a form may come after its files. So write to a place of its own from
 * which nothing is served. The handler is called when the whole form was verified, and finds the place in {@link ReceivedFile#place()}; when it
 * completes, the file is yours, to be left there or moved. Whatever else becomes of the delivery, a refusal, a repetition, a handler that fails,
 * the receiver {@linkplain #discard discards} what was written.
 *
 * <p>A process that dies cannot discard anything: remove what has lain there for an hour.
 */
public interface FileSink {

    /**
     * Takes a file while it arrives; the next one comes when this is done. Where the result fails, Mailgun is told to come again.
     *
     * @param file what the sender of the mail says of it; do not make a path of it
     * @param content its bytes, in buffers that nobody else uses. They come no faster than they are asked for, back to the socket. They end
     *     with an error where the body breaks off, and it is cancelled where the receiver gives up: then remove what there is
     * @return where the file is, once all of it is there; empty where it is not wanted, so that the handler does not see it
     */
    Mono<String> write(IncomingFile file, Flux<ByteBuffer> content);

    /**
     * Throws away what was written. Mailgun waits for it, no longer than the receiver's timeout; where it fails, that is logged.
     *
     * @param place what {@link #write} gave
     */
    Mono<Void> discard(String place);
}
