package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks the application's Mailgun keys wherever actuator would show them, even where it is told to show values: by the names of
 * their properties, and by themselves, as an environment variable or a command line may hold one under another name.
 */
final class SecretSanitizer implements SanitizingFunction {
    private final List<String> secrets;

    SecretSanitizer(MailgunProperties properties) {
        this.secrets = Stream.of(
                        Stream.ofNullable(properties.apiKey()),
                        properties.clients().values().stream()
                                .map(MailgunProperties.Client::apiKey)
                                .filter(Objects::nonNull),
                        properties.webhooks().signingKeys().stream())
                .flatMap(each -> each)
                .map(Secret::reveal)
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isNamedSecret(data.getKey()) || holdsSecret(data.getValue()) ? data.withSanitizedValue() : data;
    }

    private static boolean isNamedSecret(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return name.startsWith("mailgun") && (name.endsWith("apikey") || name.contains("signingkey"));
    }

    private boolean holdsSecret(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        String text = value.toString();
        return secrets.stream().anyMatch(text::contains);
    }
}
