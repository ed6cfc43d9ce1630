package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.AlertDelivery;
import io.github.mailgunreactor.webhooks.EventDelivery;
import io.github.mailgunreactor.webhooks.RefusedDelivery;
import io.github.mailgunreactor.webhooks.WebhookSignature;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was documented of webhooks verifies and loses no field. Nobody knows the keys of these samples, and what signs an alert is a header that
 * the samples lack; so they are signed here, over their bytes as they are.
 */
class RecordedWebhooksTest {
    private static final String KEY = "a key of this test";
    private static final String UNSIGNED_BY_MAILGUN = "webhook_inbox-placement-result.json";

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.path("mailgun-api/samples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("webhook"))
                    .sorted()
                    .toList();
        }
    }

    private static WebhookVerifier verifierAt(Instant time) {
        return WebhookVerifier.of(Secret.of(KEY)).alertKeys(Secret.of(KEY)).clock(Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void everyAlertIsVerifiedAndLosesNoField() throws Exception {
        int alerts = 0;
        for (Path file : samples()) {
            byte[] body = SharedFolder.read(file);
            Map<?, ?> json = (Map<?, ?>) requireNonNull(Json.readAny(body));
            if (!(json.get("signature") instanceof Map<?, ?> signature)) {
                assertThat(file.getFileName()).hasToString(UNSIGNED_BY_MAILGUN);
                continue;
            }
            alerts++;
            Instant signedAt = Instant.ofEpochSecond((Long) requireNonNull(signature.get("timestamp")));

            AlertDelivery delivery = (AlertDelivery) verifierAt(signedAt)
                    .verifyAlert(Hmac.hex(KEY, new String(body, StandardCharsets.UTF_8)), body);

            assertThat(Losses.between(json.get("event_data"), Json.readAny(Json.write(delivery.alert())))
                            .paths())
                    .as("%s", file.getFileName())
                    .isEmpty();
            assertThat(delivery.signedAt()).isEqualTo(signedAt);
        }
        assertThat(alerts).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatMailgunDoesNotSignIsRefused() {
        byte[] body = SharedFolder.read(SharedFolder.path("mailgun-api/samples").resolve(UNSIGNED_BY_MAILGUN));

        assertThat(verifierAt(Instant.now()).verify("application/json", body))
                .isEqualTo(new RefusedDelivery(RefusedDelivery.Reason.UNSIGNED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "accepted | 'api-key-id': 'k-1', 'method': 'HTTP', 'envelope': {'sender': 'us@a.org', 'targets': 'ann@b.org', 'transport': 'smtp'},"
                        + " 'flags': {'is-authenticated': true, 'is-test-mode': false, 'is-routed': true}, 'storage': {'key': 'k', 'url': 'https://s/k'},"
                        + " 'routes': [{'id': 'r1', 'expression': 'catch_all()', 'match': {'recipient': 'ann@b.org'}}]",
                "delivered | 'envelope': {'sending-ip': '192.0.2.1'}, 'primary-dkim': 'a.org', 'recipient-provider': 'Other', 'flags':"
                        + " {'is-routed': false, 'is-big': false, 'is-system-test': false}, 'delivery-status': {'attempt-no': 1, 'code': 250,"
                        + " 'message': 'OK', 'description': null, 'enhanced-code': null, 'session-seconds': 0.4, 'mx-host': 'mx.b.org',"
                        + " 'certificate-verified': true, 'tls': true, 'utf8': true, 'first-delivery-attempt-seconds': 0.1}",
                "failed | 'severity': 'permanent', 'reason': 'bounce', 'log-level': 'error', 'delivery-status': {'code': 550, 'bounce-type': 'hard',"
                        + " 'message': 'No such user'}",
                "failed | 'severity': 'temporary', 'reason': 'generic', 'log-level': 'warn', 'delivery-status': {'code': 452,"
                        + " 'retry-seconds': 600, 'attempt-no': 1}",
                "opened | 'ip': '198.51.100.7', 'delivered-at': 1771581500, 'client-info': {'client-name': 'Chrome', 'client-os': 'Linux',"
                        + " 'client-type': 'browser', 'device-type': 'desktop', 'user-agent': 'Mozilla', 'bot': null}, 'geolocation':"
                        + " {'city': 'Austin', 'country': 'US', 'region': 'TX', 'timezone': 'America/Chicago'}",
                "clicked | 'ip': '198.51.100.7', 'url': 'https://a.org/x', 'client-info': {'client-name': 'Chrome', 'bot': 'gmail'}",
                "unsubscribed | 'ip': '198.51.100.7', 'tags': ['*'], 'client-info': {'device-type': 'desktop'}",
                "complained | 'log-level': 'warn', 'envelope': {'sending-ip': '192.0.2.1'}, 'storage': {'key': 'k', 'url': 'https://s/k',"
                        + " 'region': 'us-east4', 'env': 'production'}",
            })
    void everyEventAsTheManualDescribesItIsVerifiedAndLosesNoField(String type, String more) {
        Instant now = Instant.parse("2026-02-20T10:00:00Z");
        WebhookSignature signature = WebhookSignature.of(Secret.of(KEY), now, "a-token");
        byte[] body = """
                {'signature': {'token': 'a-token', 'timestamp': '%s', 'signature': '%s'}, 'event-data': {'id': 'e1', 'event': '%s',
                 'timestamp': 1771581600.540211, 'account': {'id': 'a1'}, 'domain': {'name': 'a.org'}, 'recipient': 'ann@b.org',
                 'recipient-domain': 'b.org', 'campaigns': [], 'user-variables': [], 'message': {'headers': {'message-id': '1@a.org',
                 'from': 'us@a.org', 'to': 'ann@b.org', 'subject': 'Hello'}, 'attachments': [], 'size': 111}, %s}}
                """.formatted(signature.timestamp(), signature.signature(), type, more)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);

        EventDelivery delivery = (EventDelivery) verifierAt(now).verify("application/json", body);

        Map<?, ?> json = (Map<?, ?>) requireNonNull(Json.readAny(body));
        assertThat(Losses.between(json.get("event-data"), Json.readAny(Json.write(delivery.event())))
                        .paths())
                .isEmpty();
    }
}
