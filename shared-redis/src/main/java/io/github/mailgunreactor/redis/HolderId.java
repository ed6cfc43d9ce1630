package io.github.mailgunreactor.redis;

import java.util.concurrent.ThreadLocalRandom;

/** Names who holds something. It is no secret, only unlike others; to draw a secret one could block. */
final class HolderId {
    private HolderId() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}
