package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an editor knows of the properties. */
class ConfigurationMetadataTest {

    @Test
    void everyPropertyHasADescription() throws IOException {
        List<Map<?, ?>> properties = properties();

        assertThat(properties).hasSizeGreaterThan(30);
        assertThat(properties)
                .allSatisfy(property -> assertThat((String) property.get("description"))
                        .isNotBlank()
                        .endsWith("."));
    }

    @Test
    void everyRecordOfThePropertiesIsThere() throws IOException {
        assertThat(properties().stream().map(property -> (String) property.get("name")))
                .contains(
                        "mailgun.api-key",
                        "mailgun.region",
                        "mailgun.timeout",
                        "mailgun.retry.max-attempts",
                        "mailgun.pool.max-connections",
                        "mailgun.transport.close-grace-period",
                        "mailgun.rate-limiter.enabled",
                        "mailgun.clients",
                        "mailgun.mail.domain",
                        "mailgun.webhooks.signing-keys",
                        "management.health.mailgun.enabled");
    }

    private static List<Map<?, ?>> properties() throws IOException {
        Object metadata;
        try (InputStream file = Objects.requireNonNull(
                MailgunProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            metadata = Json.readAny(file.readAllBytes());
        }
        List<Map<?, ?>> properties = new ArrayList<>();
        for (Object property :
                (List<?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(metadata)).get("properties"))) {
            properties.add((Map<?, ?>) property);
        }
        return properties;
    }
}
