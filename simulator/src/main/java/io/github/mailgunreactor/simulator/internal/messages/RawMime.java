package io.github.mailgunreactor.simulator.internal.messages;

/** The bytes of a message that its sender has written as MIME. */
final class RawMime {
    private final byte[] bytes;

    RawMime(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }
}
