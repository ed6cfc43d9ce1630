package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the messages of a domain are delivered.
 *
 * @param requireTls whether over TLS or not at all
 * @param skipVerification whether the receiving server's certificate is not checked
 * @param message Mailgun's confirmation of a change
 */
public record ConnectionSettings(
        @JsonProperty("require_tls") @Nullable Boolean requireTls,
        @JsonProperty("skip_verification") @Nullable Boolean skipVerification,
        @Nullable String message) {

    /**
     * Reads the settings as Mailgun answers them, and also in the shapes that its older documents show: inside of
     * {@code connection}, and with dashes in the names.
     */
    @JsonCreator
    static ConnectionSettings read(
            @JsonProperty("require_tls") @JsonAlias("require-tls") @Nullable Boolean requireTls,
            @JsonProperty("skip_verification") @JsonAlias("skip-verification") @Nullable Boolean skipVerification,
            @JsonProperty("message") @Nullable String message,
            @JsonProperty("connection") @Nullable ConnectionSettings connection) {
        return connection != null ? connection : new ConnectionSettings(requireTls, skipVerification, message);
    }
}
