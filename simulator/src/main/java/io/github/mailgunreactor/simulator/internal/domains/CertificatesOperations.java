package io.github.mailgunreactor.simulator.internal.domains;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * The TLS certificates of tracking hosts. One that was asked for is being generated until somebody has looked at its
 * status; it then lives for 90 days.
 */
public final class CertificatesOperations implements Operations {
    private static final Duration LIFE = Duration.ofDays(90);

    /**
     * The certificates of hosts with this prefix expire at once: for programs in other languages, and for the contract,
     * which cannot set the clock.
     */
    private static final String EXPIRED_PREFIX = "expired.";

    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '+0000 UTC'").withZone(ZoneOffset.UTC);

    private static final class Certificate {
        private boolean processing = true;
        private Instant end = Instant.MIN;
        private String pem = "";

        void issue(SimulatorState state, String host) {
            processing = false;
            end = host.startsWith(EXPIRED_PREFIX) ? state.now() : state.now().plus(LIFE);
            pem = "-----BEGIN CERTIFICATE-----\n" + state.randomHex(64) + "\n-----END CERTIFICATE-----\n";
        }
    }

    /** The certificates of a domain by host: its web prefix may change. */
    private static final class Certificates {
        private final Map<String, Certificate> byHost = new HashMap<>();
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v2/x509/{tracking_host}/status", this::status);
        routes.add(POST, "/v2/x509/{tracking_host}", this::generate);
        routes.add(PUT, "/v2/x509/{tracking_host}", this::regenerate);
    }

    private SimulatedResponse status(SimulatedRequest request) {
        SendingDomain domain = domain(request);
        Certificate certificate = certificates(domain).get(domain.trackingHost());
        if (certificate == null) {
            throw refusal(
                    404, "Description", "Please initiate x509 key pair generation at POST /v2/x509/" + host(request));
        }
        JsonObject fields = new JsonObject();
        if (certificate.processing) {
            certificate.issue(request.state(), domain.trackingHost());
            fields.put("status", "processing");
            fields.put("error", "Waiting for x509 key pair generation");
            return SimulatedResponse.ok(fields);
        }
        boolean expired = !request.now().isBefore(certificate.end);
        fields.put("status", expired ? "expired" : "active");
        fields.put("error", expired ? "x509 certificate has expired" : null);
        fields.put("certificate", certificate.pem);
        return SimulatedResponse.ok(fields);
    }

    private SimulatedResponse generate(SimulatedRequest request) {
        SendingDomain domain = domain(request);
        if (!Dns.of(request.state(), domain.account()).isPublished(DomainLife.tracking(domain))) {
            throw refusal(400, "Reason", "invalid CNAME record");
        }
        if (certificates(domain).containsKey(domain.trackingHost())) {
            throw refusal(
                    409,
                    "Description",
                    "x509 key pair generation has already been initiated for " + domain.trackingHost());
        }
        return start(domain);
    }

    private SimulatedResponse regenerate(SimulatedRequest request) {
        SendingDomain domain = domain(request);
        Certificate certificate = certificates(domain).get(domain.trackingHost());
        if (certificate == null) {
            throw refusal(404, "Description", "x509 cert not found");
        }
        if (certificate.processing) {
            throw refusal(
                    429,
                    "Description",
                    "x509 key pair generation job is already in progress for " + domain.trackingHost());
        }
        if (request.now().isBefore(certificate.end)) {
            throw refusal(409, "Description", "x509 certificate is still valid until " + UNTIL.format(certificate.end));
        }
        return start(domain);
    }

    private static SimulatedResponse start(SendingDomain domain) {
        certificates(domain).put(domain.trackingHost(), new Certificate());
        return SimulatedResponse.json(
                202,
                JsonObject.of("message", "Initiated x509 key pair generation")
                        .and("location", "/v2/x509/" + domain.trackingHost() + "/status"));
    }

    /** The domain whose tracking host the path names. */
    private static SendingDomain domain(SimulatedRequest request) {
        String host = host(request);
        return DomainRegistry.of(request.state()).of(request.account().id(), request.region()).stream()
                .filter(domain -> domain.trackingHost().equals(host))
                .findFirst()
                .orElseThrow(() -> refusal(404, "Description", "x509 cert not found"));
    }

    private static String host(SimulatedRequest request) {
        return DomainRegistry.normalized(request.path("tracking_host"));
    }

    private static Map<String, Certificate> certificates(SendingDomain domain) {
        return domain.store().get(Certificates.class, Certificates::new).byHost;
    }

    private static Refusal refusal(int status, String field, String text) {
        return new Refusal(SimulatedResponse.json(status, Map.of(field, text)));
    }
}
