package io.github.mailgunreactor.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/** What something writes into a stream, as a publisher: its thread waits where nobody asks for more. */
final class BlockingContent {
    private static final int CHUNK = 16 * 1024;

    private final Writing writing;
    private final Scheduler blocking;

    /** Writes all of the content. */
    interface Writing {
        void to(OutputStream out) throws Exception;
    }

    BlockingContent(Writing writing, Scheduler blocking) {
        this.writing = writing;
        this.blocking = blocking;
    }

    Flux<ByteBuffer> content() {
        return Flux.create(
                sink -> {
                    Semaphore demand = new Semaphore(0);
                    sink.onRequest(more -> demand.release((int) Math.min(more, Integer.MAX_VALUE >> 8)));
                    Disposable task = blocking.schedule(() -> write(new Chunks(sink, demand)));
                    sink.onDispose(() -> {
                        task.dispose();
                        demand.release(CHUNK);
                    });
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    private void write(Chunks chunks) {
        try {
            writing.to(chunks);
            chunks.close();
            chunks.sink.complete();
        } catch (Exception failed) {
            if (!chunks.sink.isCancelled()) {
                chunks.sink.error(failed);
            }
        }
    }

    private static final class Chunks extends OutputStream {
        private final FluxSink<ByteBuffer> sink;
        private final Semaphore demand;
        private byte[] chunk = new byte[CHUNK];
        private int used;

        Chunks(FluxSink<ByteBuffer> sink, Semaphore demand) {
            this.sink = sink;
            this.demand = demand;
        }

        @Override
        public void write(int b) throws IOException {
            chunk[used++] = (byte) b;
            if (used == CHUNK) {
                emit();
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                int some = Math.min(left, CHUNK - used);
                System.arraycopy(bytes, from, chunk, used, some);
                used += some;
                from += some;
                left -= some;
                if (used == CHUNK) {
                    emit();
                }
            }
        }

        private void emit() throws IOException {
            demand.acquireUninterruptibly();
            if (sink.isCancelled()) {
                throw new IOException("nobody wants the rest");
            }
            sink.next(ByteBuffer.wrap(used == CHUNK ? chunk : Arrays.copyOf(chunk, used)));
            chunk = new byte[CHUNK];
            used = 0;
        }

        @Override
        public void close() throws IOException {
            if (used > 0) {
                emit();
            }
        }
    }
}
