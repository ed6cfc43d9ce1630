package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.DomainsContract.domain;

import io.github.mailgunreactor.domains.ClickTracking;
import io.github.mailgunreactor.domains.DomainTrackingApi;
import io.github.mailgunreactor.domains.OpenTrackingChange;
import io.github.mailgunreactor.domains.UnsubscribeTrackingChange;
import java.util.List;

/** The rows of {@link DomainTrackingApi}. */
final class DomainTrackingContract {
    private static final ContractRow.Calls<DomainTrackingApi> TRACKING = ContractRow.calls(DomainTrackingApi::new);

    private static final String STARTED_RESPONSE = """
            {"message": "Initiated x509 key pair generation",
             "location": "/v2/x509/expired.shop.published.example/status"}
            """;

    private DomainTrackingContract() {}

    static List<ContractRow> rows() {
        return List.of(
                TRACKING.row("GET /v3/domains/{name}/tracking")
                        .calls((tracking, notes) -> tracking.get(domain(notes)))
                        .sends("GET /v3/domains/shop.published.example/tracking")
                        .responds("""
                                {"tracking": {"open": {"active": true, "place_at_the_top": false},
                                 "click": {"active": "htmlonly"},
                                  "unsubscribe": {"active": false, "html_footer": "<p>%unsubscribe_url%</p>",
                                  "text_footer": "%unsubscribe_url%"},
                                  "web_scheme": "https"}}
                                """),
                TRACKING.row("PUT /v3/domains/{name}/tracking/click")
                        .calls((tracking, notes) -> tracking.changeClick(domain(notes), ClickTracking.HTML_ONLY))
                        .sends("PUT /v3/domains/shop.published.example/tracking/click")
                        .multipart("active", "htmlonly")
                        .responds("""
                                {"message": "Domain tracking settings have been updated", "click": {"active": true}}
                                """),
                TRACKING.row("PUT /v3/domains/{name}/tracking/open")
                        .calls((tracking, notes) -> tracking.changeOpen(
                                domain(notes),
                                OpenTrackingChange.none().active(true).placeAtTheTop(true)))
                        .sends("PUT /v3/domains/shop.published.example/tracking/open")
                        .multipart(
                                "active", "true",
                                "place_at_the_top", "true")
                        .responds("""
                                {"message": "Domain tracking settings have been updated",
                                 "open": {"active": true, "place_at_the_top": true}}
                                """),
                TRACKING.row("PUT /v3/domains/{name}/tracking/unsubscribe")
                        .calls((tracking, notes) -> tracking.changeUnsubscribe(
                                domain(notes),
                                UnsubscribeTrackingChange.none()
                                        .active(true)
                                        .htmlFooter("<p>%unsubscribe_url%</p>")
                                        .textFooter("%unsubscribe_url%")))
                        .sends("PUT /v3/domains/shop.published.example/tracking/unsubscribe")
                        .multipart(
                                "active", "true",
                                "html_footer", "<p>%unsubscribe_url%</p>",
                                "text_footer", "%unsubscribe_url%")
                        .responds("""
                                {"message": "Domain tracking settings have been updated",
                                 "unsubscribe": {"active": true,
                                  "html_footer": "<p>%unsubscribe_url%</p>", "text_footer": "%unsubscribe_url%"}}
                                """),
                TRACKING.row("PUT /v3/domains/{domain}/web_prefix")
                        .calls((tracking, notes) -> tracking.changeWebPrefix(domain(notes), "expired"))
                        .sends("PUT /v3/domains/shop.published.example/web_prefix")
                        .multipart("web_prefix", "expired")
                        .responds("{\"message\": \"Domain web prefix updated\"}"),
                TRACKING.row("POST /v2/x509/{domain}")
                        .calls((tracking, notes) -> tracking.generateCertificate(domain(notes), "expired"))
                        .sends("POST /v2/x509/expired.shop.published.example")
                        .responds(202, STARTED_RESPONSE),
                TRACKING.row("GET /v2/x509/{domain}/status")
                        .calls((tracking, notes) -> tracking.getCertificate(domain(notes), "expired"))
                        .sends("GET /v2/x509/expired.shop.published.example/status")
                        .responds("""
                                {"status": "error", "error": "TLS x509 key pair generation failed, please contact support",
                                 "certificate": "-----BEGIN CERTIFICATE-----"}
                                """),
                TRACKING.row("PUT /v2/x509/{domain}")
                        .calls((tracking, notes) -> tracking.regenerateCertificate(domain(notes), "expired"))
                        .sends("PUT /v2/x509/expired.shop.published.example")
                        .responds(202, STARTED_RESPONSE));
    }
}
