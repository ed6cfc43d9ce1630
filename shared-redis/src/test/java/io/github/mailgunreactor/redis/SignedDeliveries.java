package io.github.mailgunreactor.redis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries that are each sent twice, to instances that all draw from the same seed; signed by hand. */
record SignedDeliveries(int count, int instances) {
    static final String KEY = "key-of-the-webhooks";

    /** What comes to one instance, in an order of its own. */
    Stream<Integer> to(int instance) {
        Random random = new Random(17);
        int[] own = IntStream.range(0, 2 * count)
                .filter(sending -> random.nextInt(instances) == instance)
                .map(sending -> sending % count)
                .toArray();
        Random order = new Random(instance);
        for (int i = own.length - 1; i > 0; i--) {
            int other = order.nextInt(i + 1);
            int swapped = own[i];
            own[i] = own[other];
            own[other] = swapped;
        }
        return IntStream.of(own).boxed();
    }

    byte[] body(int number) {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        String token = "%050x".formatted(number);
        return """
                {"signature": {"timestamp": "%s", "token": "%s", "signature": "%s"},
                 "event-data": {"id": "event-%d", "event": "delivered", "timestamp": %s.5}}
                """.formatted(timestamp, token, hmac(timestamp + token), number, timestamp)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String hmac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
