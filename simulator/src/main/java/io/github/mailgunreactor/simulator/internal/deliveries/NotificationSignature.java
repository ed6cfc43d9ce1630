package io.github.mailgunreactor.simulator.internal.deliveries;

import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SigningKey;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What an account signs one notification with, all attempts at it. */
public record NotificationSignature(
        String timestamp,
        String token,
        String signature,
        @Nullable String parentSignature) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_DIGITS = 50;

    static NotificationSignature of(SimulatorState state, Account account) {
        String timestamp = Long.toString(state.now().getEpochSecond());
        String token = state.randomHex(TOKEN_DIGITS);
        byte[] signed = (timestamp + token).getBytes(StandardCharsets.UTF_8);
        Account parent = account.parent() == null ? null : state.account(account.parent());
        return new NotificationSignature(
                timestamp,
                token,
                hmac(SigningKey.of(state, account).text(), signed),
                parent == null ? null : hmac(SigningKey.of(state, parent).text(), signed));
    }

    /** The fields, as an object of JSON or among those of a form. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("timestamp", timestamp);
        fields.put("token", token);
        fields.put("signature", signature);
        if (parentSignature != null) {
            fields.put("parent-signature", parentSignature);
        }
        return fields;
    }

    static String hmac(String key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException notOnThisPlatform) {
            throw new IllegalStateException("every Java platform has HmacSHA256", notOnThisPlatform);
        }
    }

    @Override
    public String toString() {
        return "NotificationSignature[" + timestamp + "]";
    }
}
