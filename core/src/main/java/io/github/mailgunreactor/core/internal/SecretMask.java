package io.github.mailgunreactor.core.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the credentials of a request and its secret parameters out of what the server says of it: some repeat what they got. */
public final class SecretMask {
    public static final SecretMask NONE = new SecretMask(List.of());

    /** Shorter ones are no keys, but words that stand in any text, unless they are addresses. */
    private static final int SHORTEST = 8;

    private final List<String> secrets;

    private SecretMask(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Masks a header value, what it encodes, and each in the ways that JSON and URLs write them. */
    public static SecretMask of(@Nullable String authorization) {
        return of(authorization, List.of());
    }

    /** Masks other secrets too. */
    public static SecretMask of(@Nullable String authorization, List<String> others) {
        Set<String> secrets = new LinkedHashSet<>();
        others.forEach(secret -> addForms(secrets, secret));
        if (authorization != null) {
            addCredentials(secrets, authorization);
        }
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return longestFirst.isEmpty() ? NONE : new SecretMask(longestFirst);
    }

    private static void addCredentials(Set<String> secrets, String authorization) {
        int space = authorization.indexOf(' ');
        String token = authorization.substring(space + 1);
        addForms(secrets, token);
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
                addForms(secrets, pair.substring(pair.indexOf(':') + 1));
            } catch (IllegalArgumentException notEncoded) {
                // then there is nothing but the token
            }
        }
    }

    private static void addForms(Set<String> secrets, String secret) {
        if (secret.length() < SHORTEST && secret.indexOf('@') < 0) {
            return;
        }
        secrets.add(secret);
        secrets.add(secret.replace("/", "\\/"));
        secrets.add(PercentEncoding.encode(secret));
        if (secret.endsWith("=")) {
            secrets.add(secret.replace("=", ""));
        }
    }

    /** The length of the longest text that is masked. */
    public int longest() {
        return secrets.isEmpty() ? 0 : secrets.get(0).length();
    }

    public String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
