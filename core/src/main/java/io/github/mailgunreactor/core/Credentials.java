package io.github.mailgunreactor.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The API key that a client authenticates with. It is never printed: not by {@code toString}, not in errors or logs. */
public final class Credentials {
    private final @Nullable String fixedAuthorization;
    private final Mono<String> authorization;

    private Credentials(@Nullable String fixedAuthorization, Mono<String> authorization) {
        this.fixedAuthorization = fixedAuthorization;
        this.authorization = authorization;
    }

    /**
     * A key that stays the same.
     *
     * @param key a primary account, account or domain sending key
     * @throws IllegalArgumentException if it is blank or has a white space or control character, such as the line break
     *     at the end of a file
     */
    public static Credentials apiKey(String key) {
        String authorization = authorization(key);
        return new Credentials(authorization, Mono.just(authorization));
    }

    /**
     * A key that is asked for anew for every attempt of every call, for rotation. Cache it where getting it is costly.
     *
     * @param key gives the key; a call fails with its error
     */
    public static Credentials from(Mono<String> key) {
        return new Credentials(
                null,
                Objects.requireNonNull(key, "key must not be null")
                        .map(Credentials::authorization)
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("the credentials gave no key"))));
    }

    private static String authorization(String key) {
        Arguments.requireText("key", key);
        if (key.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("key must not have white space");
        }
        return "Basic " + Base64.getEncoder().encodeToString(("api:" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The header value, where it stays the same. */
    @Nullable
    String fixedAuthorization() {
        return fixedAuthorization;
    }

    /** The header value for one attempt. */
    Mono<String> authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
