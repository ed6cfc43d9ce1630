package io.github.mailgunreactor.core.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes one after another, in an array that has the right size if its maker guessed right. */
public final class ByteRun {
    private byte[] bytes;
    private int size;

    public ByteRun(int expected) {
        bytes = new byte[expected];
    }

    public ByteRun add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** Adds a text as UTF-8: ASCII, as most is, without an array of its own. */
    public ByteRun add(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return add(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    public byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 2));
        }
    }
}
