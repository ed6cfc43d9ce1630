package io.github.mailgunreactor.netty;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Puts a response together that arrives in several pieces, up to the transport's bound. */
final class Collector {
    private static final int SMALLEST = 1024;
    private static final long UNKNOWN = -1;

    private final HttpExchange<?> exchange;
    private final NettyResponseHead head;
    private final int limit;
    private final long announced;
    private byte[] array = ScratchArray.EMPTY;
    private int length;
    private boolean whole;

    Collector(HttpExchange<?> exchange, NettyResponseHead head, int limit) {
        this.exchange = exchange;
        this.head = head;
        this.limit = limit;
        this.announced = contentLength(head);
    }

    private static long contentLength(NettyResponseHead head) {
        String text = head.header("content-length");
        if (text == null) {
            return UNKNOWN;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return UNKNOWN;
        }
    }

    /** Whether this first piece is all there is, going by the announced length. */
    boolean isWhole(ByteBuf bytes) {
        if (whole) {
            return false;
        }
        whole = length == 0 && announced == bytes.readableBytes() && announced <= limit;
        return whole;
    }

    void add(ByteBuf bytes) {
        int more = bytes.readableBytes();
        if (more == 0) {
            return;
        }
        if (whole) {
            exchange.fail(Failures.unreadable(exchange, head, "it is longer than announced"));
            return;
        }
        if (announced > limit || more > limit - length) {
            exchange.fail(Failures.unreadable(exchange, head, "it is larger than " + limit + " bytes"));
            return;
        }
        if (array.length - length < more) {
            grow(length + more);
        }
        bytes.getBytes(bytes.readerIndex(), array, length, more);
        length += more;
    }

    /** An announced length is believed no further than twice what has arrived. */
    private void grow(int needed) {
        if (array.length == 0) {
            array = ScratchArray.borrow(needed);
            if (array.length >= needed) {
                return;
            }
        }
        long wanted = Math.max(Math.max(SMALLEST, needed), Math.min(limit, 2L * needed));
        array = Arrays.copyOf(array, (int) (announced >= needed ? Math.min(announced, wanted) : wanted));
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void giveBack() {
        ScratchArray.giveBack(array);
        array = ScratchArray.EMPTY;
    }
}
